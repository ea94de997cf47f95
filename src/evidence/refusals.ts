import type { Db, Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { narrowestOf } from './audiences.js'
import type { Evidence, SchoolRefusal } from './tables.js'

/** What of a school's may go only so far. */
export const refusedContents = [
  { key: 'photographs', name: 'Photographs and film', hint: 'Every piece with a picture or a film in it' },
  { key: 'pupil work', name: 'Pupils’ work', hint: 'What pupils wrote, drew or made' },
  { key: 'voices', name: 'Voices', hint: 'Sound, film, interviews and what pupils said' },
  { key: 'everything', name: 'Everything from this school', hint: '' },
] as const

export type RefusedContent = (typeof refusedContents)[number]['key']

/** How far it may still go at most. */
export const refusedBeyond = [
  { key: 'group', name: 'The enquiry group', hint: 'Nobody outside the group sees it' },
  { key: 'school', name: 'The group and our own school', hint: '' },
  { key: 'network', name: 'The schools of the network', hint: 'Nobody from outside, and nothing published' },
] as const

/** A refusal as it bears on a piece. */
export interface Cap {
  audience: string
  content: string
  school: string
  because: string
}

/** The narrowest refusal of the schools that a piece comes from, for what is in it; null when there is none. */
export function capOn(piece: Pick<Evidence, 'kind'> & { files: { kind: string }[] }, refusals: Cap[]): Cap | null {
  return narrowestOf(refusals.filter(one => bearsOn(one.content, piece)))
}

const voices = ['pupil-voice', 'interview', 'audio-or-video']

// The same as in `agreement` (src/evidence/evidence.ts), which decides in SQL.
function bearsOn(content: string, piece: Pick<Evidence, 'kind'> & { files: { kind: string }[] }): boolean {
  const has = (...kinds: string[]) => piece.files.some(file => kinds.includes(file.kind))
  if (content === 'photographs') return piece.kind === 'photograph' || has('image', 'film')
  if (content === 'pupil work') return piece.kind === 'pupil-work'
  if (content === 'voices') return voices.includes(piece.kind) || has('sound', 'film')
  return true
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
  refusal: { content: RefusedContent; audience: string; because: string },
): Promise<void> {
  const row = { id: newId(), schoolId: school.id, ...refusal, recordedAt: now(), recordedBy: person.id }
  await trx.insertInto('schoolRefusals').values(row).execute()
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
  await record(trx, { kind: 'school refusal lifted', by: person, ...aboutSchool(school) })
}

function aboutSchool(school: { id: string; networkId: string }) {
  return { networkId: school.networkId, aboutKind: 'school', aboutId: school.id }
}
