import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { FactBook } from '../../facts/kinds.js'
import { type HistoryLine, inSentences, linesIn, linesOf } from '../../groups/history.js'
import { queried } from '../../web/page-of.js'
import { byName } from '../../words/words.js'
import type { Enquiry } from '../enquiry.js'
import type { Filter } from '../pages.js'
import { kindInWords } from './columns.js'

/** Which lines of a group's history somebody asks for; what is empty narrows nothing. */
export interface LinesAsked extends Record<string, string> {
  cycle: string
  person: string
  kind: string
}

interface CycleBegun {
  cycle: number
  beganAt: string
}

export function linesAskedBy(req: Request): LinesAsked {
  return { cycle: queried(req, 'cycle'), person: queried(req, 'person'), kind: queried(req, 'kind') }
}

/** When each cycle of the group began, the first cycle first. */
export function cyclesBegun(db: Db, { groupId }: Enquiry): Promise<CycleBegun[]> {
  return db
    .selectFrom('enquiries')
    .select(['cycle', 'beganAt'])
    .where('groupId', '=', groupId)
    .orderBy('cycle')
    .execute()
}

/** How many lines there are of what is asked for. */
export async function countOfLines(
  db: Db,
  book: FactBook,
  enquiry: Enquiry,
  cycles: CycleBegun[],
  asked: LinesAsked,
): Promise<number> {
  const { count } = await linesNarrowed(db, book, enquiry, cycles, asked)
    .clearSelect()
    .clearOrderBy()
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The lines that are asked for, the newest first, in the words in which this reader reads them. @param only some of them */
export async function linesAsked(
  db: Db,
  book: FactBook,
  enquiry: Enquiry,
  cycles: CycleBegun[],
  asked: LinesAsked,
  only?: { most: number; after: number },
): Promise<HistoryLine[]> {
  let lines = linesNarrowed(db, book, enquiry, cycles, asked)
  if (only) lines = lines.limit(only.most).offset(only.after)
  return inSentences(book, await lines.execute()).map(enquiry.names.read)
}

function linesNarrowed(db: Db, book: FactBook, { groupId }: Enquiry, cycles: CycleBegun[], asked: LinesAsked) {
  let lines = linesOf(db, book, groupId)
  if (asked.person) lines = lines.where('lines.personId', '=', asked.person)
  if (asked.kind) lines = lines.where('lines.aboutKind', '=', asked.kind)
  const at = cycles.findIndex(one => String(one.cycle) === asked.cycle)
  if (at > 0) lines = lines.where('lines.at', '>=', cycles[at]!.beganAt)
  if (at >= 0 && cycles[at + 1]) lines = lines.where('lines.at', '<', cycles[at + 1]!.beganAt)
  return lines
}

/** Ways to narrow the history: by cycle where there are several, by who did something, and by what it is about. */
export async function historyFilters(
  db: Db,
  book: FactBook,
  { groupId }: Enquiry,
  cycles: CycleBegun[],
  asked: LinesAsked,
): Promise<Filter[]> {
  const people = await db
    .selectFrom(linesIn(db, book, groupId).as('lines'))
    .innerJoin('people', 'people.id', 'lines.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .execute()
  const kinds = await db
    .selectFrom(linesIn(db, book, groupId).as('lines'))
    .select('aboutKind')
    .distinct()
    .orderBy('aboutKind')
    .execute()
  const byCycle = cycles.map(one => ({ value: String(one.cycle), text: `Cycle ${one.cycle}` }))
  const byPerson = people.sort(byName).map(one => ({ value: one.id, text: one.name }))
  const byKind = kinds.map(one => ({ value: one.aboutKind, text: kindInWords(one.aboutKind) }))
  return [
    ...(cycles.length > 1 ? [{ name: 'cycle', label: 'Cycle', value: asked.cycle, options: byCycle }] : []),
    { name: 'person', label: 'Who', value: asked.person, options: byPerson },
    { name: 'kind', label: 'About', value: asked.kind, options: byKind },
  ]
}
