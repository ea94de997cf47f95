import { mayReadFindings } from '../claims/permissions.js'
import type { Comment } from '../enquiries/tables.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { mayReadStage } from '../enquiries/permissions.js'
import { numberOf } from '../evidence/cards.js'
import { evidenceVisibleTo } from '../evidence/evidence.js'
import { isStage, stageNamed } from '../stages.js'
import { mayReadDraft } from '../write-ups/permissions.js'
import { writeUpAddress } from '../write-ups/write-ups.js'
import type { Around } from '../enquiries/around.js'

/** What a comment is about: its name within a sentence, and where the comment stands. */
export interface Place {
  name: string
  href: string
}

type Said = Pick<Comment, 'id' | 'groupId' | 'aboutKind' | 'aboutId'>

/**
 * Where each of these comments stands, by the comment's id. What the person may not open now is left out, so that not
 * even its name is told.
 */
export async function placesOf(around: Around, comments: Said[]): Promise<Map<string, Place>> {
  const found = await thingsAbout(around, comments)
  const places = new Map<string, Place>()
  for (const comment of comments) {
    const place = found.get(`${comment.aboutKind} ${comment.aboutId}`)
    if (place) places.set(comment.id, { name: place.name, href: `${place.href}#comment-${comment.id}` })
  }
  return places
}

async function thingsAbout(around: Around, comments: Said[]): Promise<Map<string, Place>> {
  const ids = (kind: string) => [...new Set(comments.filter(one => one.aboutKind === kind).map(one => one.aboutId))]
  const things = [
    ...(await stagesAmong(around, ids('stage'))),
    ...(await piecesAmong(around, ids('evidence'))),
    ...(await findingsAmong(around, 'claim', ids('claim'))),
    ...(await findingsAmong(around, 'action', ids('action'))),
    ...(await writeUpsAmong(around, ids('write-up'))),
  ]
  return new Map(things.map(({ kind, id, ...place }) => [`${kind} ${id}`, place]))
}

type Thing = Place & { kind: string; id: string }

/** `<enquiry id>.<stage>`; an earlier cycle's stage is read by the group, or where it was shared. */
async function stagesAmong({ db, enquiries }: Around, ids: string[]): Promise<Thing[]> {
  if (ids.length === 0) return []
  const cycles = await db
    .selectFrom('enquiries')
    .leftJoin('sharedStages', 'sharedStages.enquiryId', 'enquiries.id')
    .select(['enquiries.id', 'enquiries.groupId', 'enquiries.cycle', 'sharedStages.stage as shared'])
    .where(
      'enquiries.id',
      'in',
      ids.map(id => id.slice(0, id.lastIndexOf('.'))),
    )
    .execute()
  return ids.flatMap((id): Thing[] => {
    const [enquiryId, stage] = [id.slice(0, id.lastIndexOf('.')), id.slice(id.lastIndexOf('.') + 1)]
    const rows = cycles.filter(row => row.id === enquiryId)
    const newest = enquiries.find(one => one.groupId === rows[0]?.groupId)
    if (!newest || !isStage(stage)) return []
    const sharedStages = rows.flatMap(row => (row.shared && isStage(row.shared) ? row.shared : []))
    if (!mayReadStage({ ...newest, sharedStages }, stage)) return []
    const cycle = rows[0]!.cycle < newest.newestCycle ? `?cycle=${rows[0]!.cycle}` : ''
    const href = `/groups/${newest.groupId}/stages/${stage}${cycle}`
    return [{ kind: 'stage', id, name: stageNamed(stage).name, href }]
  })
}

async function piecesAmong({ db, person }: Around, ids: string[]): Promise<Thing[]> {
  if (ids.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number'])
    .where('evidence.id', 'in', ids)
    .execute()
  return rows.map(row => ({ kind: 'evidence', id: row.id, name: numberOf(row), href: `/evidence/${row.id}` }))
}

async function findingsAmong({ db, enquiries }: Around, kind: 'claim' | 'action', ids: string[]): Promise<Thing[]> {
  if (ids.length === 0) return []
  const columns = ['id', 'groupId', 'number', 'sharedAt'] as const
  const rows =
    kind === 'claim'
      ? await db.selectFrom('claims').select(columns).where('id', 'in', ids).execute()
      : await db.selectFrom('actions').select(columns).where('id', 'in', ids).where('removedAt', 'is', null).execute()
  return rows
    .filter(row => readable(enquiries, row.groupId, enquiry => mayReadFindings(enquiry, row)))
    .map(row => ({
      kind,
      id: row.id,
      name: `${kind} ${kind === 'claim' ? 'C' : 'A'}${row.number}`,
      href: `/${kind}s/${row.id}`,
    }))
}

async function writeUpsAmong({ db, enquiries }: Around, ids: string[]): Promise<Thing[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('writeUps')
    .innerJoin('enquiries', 'enquiries.id', 'writeUps.enquiryId')
    .select(['writeUps.id', 'writeUps.groupId', 'enquiries.cycle'])
    .where('writeUps.id', 'in', ids)
    .execute()
  return rows.flatMap(({ id, groupId, cycle }) => {
    const enquiry = enquiries.find(one => one.groupId === groupId)
    if (!enquiry || !mayReadDraft(enquiry)) return []
    return [{ kind: 'write-up', id, name: 'the write-up', href: writeUpAddress({ ...enquiry, cycle }) }]
  })
}

function readable(enquiries: Enquiry[], groupId: string, may: (enquiry: Enquiry) => boolean): boolean {
  const enquiry = enquiries.find(one => one.groupId === groupId)
  return enquiry !== undefined && may(enquiry)
}
