import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { narrowestOf } from '../../reach/agreed.js'
import type { ConsentAudience } from '../../reach/audiences.js'
import { bearsOn, type RefusedContent } from '../../reach/refused.js'
import { renewReachOfSchool } from '../../reach/renewing.js'
import type { Evidence, SchoolRefusal } from '../tables.js'

/** A refusal as it bears on a piece. */
export interface Cap {
  audience: ConsentAudience
  content: RefusedContent
  school: string
  because: string
}

/** The narrowest refusal of the schools that a piece comes from, for what is in it; null when there is none. */
export function capOn(piece: Pick<Evidence, 'kind'> & { files: { kind: string }[] }, refusals: Cap[]): Cap | null {
  return narrowestOf(refusals.filter(one => bearsOn(one.content, piece)))
}

/** What a school has refused, the newest first. */
export function refusalsOf(db: Db, schoolId: string): Promise<(SchoolRefusal & { recordedByName: string })[]> {
  return db
    .selectFrom('schoolRefusals')
    .innerJoin('people', 'people.id', 'schoolRefusals.recordedBy')
    .selectAll('schoolRefusals')
    .select('people.name as recordedByName')
    .where('schoolId', '=', schoolId)
    .orderBy('recordedAt', 'desc')
    .execute()
}

/**
 * The school says how far something of it may go. From the next request on it holds for every piece from that school,
 * those of today and those to come.
 */
export async function refuseFor(
  trx: Trx,
  school: { id: string; networkId: string },
  person: Person,
  refusal: { content: RefusedContent; audience: ConsentAudience; because: string },
): Promise<void> {
  const row = { id: newId(), schoolId: school.id, ...refusal, recordedAt: now(), recordedBy: person.id }
  await trx.insertInto('schoolRefusals').values(row).execute()
  await renewReachOfSchool(trx, school.id)
  await record(trx, { kind: 'school refusal recorded', by: person, ...aboutSchool(school) })
}

/** The refusal does not hold any more: pieces go again as far as they were shared and as those in them agreed. */
export async function liftRefusal(
  trx: Trx,
  school: { id: string; networkId: string },
  person: Person,
  refusal: SchoolRefusal,
): Promise<void> {
  const lifted = await trx
    .updateTable('schoolRefusals')
    .set({ endedAt: now(), endedBy: person.id })
    .where('id', '=', refusal.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (lifted.numUpdatedRows === 0n) throw new Conflict('This refusal was lifted already.')
  await renewReachOfSchool(trx, school.id)
  await record(trx, { kind: 'school refusal lifted', by: person, ...aboutSchool(school) })
}

function aboutSchool(school: { id: string; networkId: string }) {
  return { networkId: school.networkId, aboutKind: 'school', aboutId: school.id }
}
