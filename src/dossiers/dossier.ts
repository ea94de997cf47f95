import type { Db } from '../database.js'
import { NotFound, Refusal } from '../errors.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import type { Reader } from '../names/reader.js'
import { asLetter, type Form } from '../pdf/form.js'
import { paperOf } from '../pdf/paper.js'
import { day } from '../words/words.js'
import { slugOf } from '../web/new-id.js'
import { mayReadDossier, mayReadGroupsDossier } from './permissions.js'
import type { Dossier } from './tables.js'

/** Everything that was recommended to a school, for its head and for leaders of the network. @throws NotFound */
export async function findDossier(db: Db, person: Reader, networkId: string, schoolId: string): Promise<Dossier> {
  if (!mayReadDossier(person, { networkId, schoolId })) throw new NotFound('dossier')
  return dossierOf(db, { networkId, schoolId, groupId: null })
}

/** What one group recommended to a school, for those in the group. @throws NotFound */
export async function findGroupsDossier(db: Db, person: Reader, groupId: string, schoolId: string): Promise<Dossier> {
  const enquiry = await findEnquiry(db, person, groupId)
  if (!mayReadGroupsDossier(enquiry)) throw new NotFound('dossier')
  return dossierOf(db, { networkId: enquiry.networkId, schoolId, groupId })
}

type OfDossier = Pick<Dossier, 'networkId' | 'schoolId' | 'groupId'>

/**
 * Whether the reader may have it is asked before.
 * @throws NotFound where nothing was sent to the school; a sentence where all of it was withdrawn since
 */
export async function dossierOf(db: Db, of: OfDossier): Promise<Dossier> {
  const found = await sentTo(db, of).where('recommendations.withdrawnAt', 'is', null).executeTakeFirst()
  if (!found) throw await whyNothing(db, of)
  return { ...of, network: found.network, school: found.school, group: of.groupId ? found.group : null }
}

async function whyNothing(db: Db, of: OfDossier): Promise<Refusal> {
  const last = await sentTo(db, of)
    .select('recommendations.withdrawnAt')
    .where('recommendations.withdrawnAt', 'is not', null)
    .orderBy('recommendations.withdrawnAt', 'desc')
    .executeTakeFirst()
  if (!last?.withdrawnAt) return new NotFound('dossier')
  const said = `${last.group} has withdrawn what it recommended to ${last.school}, on ${day(last.withdrawnAt)}. Nothing else stands in this dossier.`
  return new Refusal(410, 'This recommendation was withdrawn', said)
}

function sentTo(db: Db, of: OfDossier) {
  return db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('networks', 'networks.id', 'groups.networkId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['networks.name as network', 'schools.name as school', 'groups.name as group'])
    .where('responses.schoolId', '=', of.schoolId)
    .where('groups.networkId', '=', of.networkId)
    .$if(of.groupId !== null, query => query.where('groups.id', '=', of.groupId!))
}

/** A dossier goes on both sides of one sheet: as a letter, with narrower margins. */
export const onOneSheet: Form = {
  ...asLetter,
  small: true,
  paper: paperOf({ width: 595.28, height: 841.89, left: 72, right: 54, top: 40, bottom: 54, longestLine: 450 }),
}

/** The address of its page. */
export function dossierAddress({ networkId, schoolId, groupId }: Dossier): string {
  return groupId ? `/groups/${groupId}/dossiers/${schoolId}` : `/networks/${networkId}/dossiers/${schoolId}`
}

/** Where dossiers are read, and by which finder: what one group recommends, and what all groups of a network do. */
export const dossierPlaces = [
  { address: '/groups/:of/dossiers/:school', find: findGroupsDossier },
  { address: '/networks/:of/dossiers/:school', find: findDossier },
]

/** `bryn-primary-dossier`, to which the ending is added. */
export function fileNameOf({ school }: Dossier): string {
  return `${slugOf(school)}-dossier`
}
