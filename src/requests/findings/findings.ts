import { type Db, inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { FoundRequest } from '../requests.js'
import type { Erasing, Finding, Going } from '../tables.js'
import { addressOfRow, placeNamed } from '../looking/in-words.js'
import { type Place, placesOf } from '../looking/places.js'
import { groupOfRow, type Row, rowAt } from '../looking/rows.js'
import type { Spot } from '../looking/spots.js'
import { type Masking, maskingFor } from '../packing/masking.js'

/** Something that was found, with its words as they stand now. */
export interface Shown {
  id: string
  place: string
  how: Finding['how']
  times: number
  /** Its words around the name, or how they begin; the names of others masked, unless it goes along as it is. */
  words: string[]
  href: string | null
  /** The name of a file. */
  file: string | null
  isPiece: boolean
  /** It grows only: nobody takes a line out of it, but a name in it gives way. */
  going: Going | null
  erasing: Erasing | null
  because: string
}

/** What was found for a case, one page of it. */
export async function findingsOf(
  db: Db,
  requestId: string,
  page: number,
  size: number,
): Promise<{ rows: Finding[]; total: number }> {
  const query = db.selectFrom('dataRequestFindings').where('requestId', '=', requestId)
  const { total } = await query.select(eb => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('position')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total: Number(total) }
}

/** How much was found where, in the order of the list. */
export async function countsOf(db: Db, requestId: string): Promise<{ place: string; count: number }[]> {
  const rows = await db
    .selectFrom('dataRequestFindings')
    .select(['place', eb => eb.fn.countAll().as('count'), eb => eb.fn.min('position').as('first')])
    .where('requestId', '=', requestId)
    .groupBy('place')
    .orderBy('first')
    .execute()
  return rows.map(({ place, count }) => ({ place: placeNamed(place), count: Number(count) }))
}

/** @param around how many characters around a name; all of its words where it is left out */
export async function shownFindings(
  house: Pick<House, 'db' | 'engine' | 'keys'>,
  { request, said }: Pick<FoundRequest, 'request' | 'said'>,
  findings: Finding[],
  around = 160,
): Promise<Shown[]> {
  const places = new Map((await placesOf(house)).map(place => [place.table, place]))
  const masking = await maskingFor(house, request, said)
  const shown: Shown[] = []
  for (const one of findings) {
    const place = places.get(one.place)
    const row = place && (await rowAt(house.db, place, one.rowKey))
    shown.push(place && row ? await shownAs(one, place, row, masking, around) : gone(one))
  }
  return shown
}

async function shownAs(one: Finding, place: Place, row: Row, masking: Masking, around: number): Promise<Shown> {
  const group = groupOfRow(row)
  const words: string[] = []
  const columns = one.columns === '' ? (one.how === 'theirs' ? place.words : []) : one.columns.split(',')
  for (const column of columns) {
    const kept = row[column]
    if (typeof kept !== 'string' || kept.trim() === '') continue
    const text = asRead(kept)
    const excerpt = excerptOf(text, masking.finder(text, group), around)
    words.push(one.going === 'as it is' ? excerpt : await masking.masked(excerpt, group))
  }
  return {
    ...{ id: one.id, place: placeNamed(one.place), how: one.how, times: one.times, words },
    href: addressOfRow(one.place, row, one.evidenceId, group),
    file: one.place === 'files' && typeof row.name === 'string' ? row.name : null,
    isPiece: one.evidenceId !== null,
    ...{ going: one.going, erasing: one.erasing, because: one.because },
  }
}

function gone(one: Finding): Shown {
  return {
    ...{ id: one.id, place: placeNamed(one.place), how: one.how, times: 0, words: ['It is not there any more.'] },
    ...{ href: null, file: null, isPiece: false, going: 'left out', erasing: 'leave', because: one.because },
  }
}

/** A document or a form is kept as JSON: people read the words in it. */
export function asRead(kept: string): string {
  if (!/^[[{]/.test(kept)) return kept
  try {
    return closedUp(wordsIn(JSON.parse(kept)).join(' '))
  } catch {
    return kept
  }
}

const noWords = /^(?:kind|id|language|manner|level|href|address|alignment|picture|svg|identifier)$/

function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return part.trim() === '' ? [] : [part]
  if (Array.isArray(part)) return part.flatMap(wordsIn)
  if (part === null || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([name, value]) => {
    if (noWords.test(name) && typeof value === 'string') return []
    return name === 'inlines' && Array.isArray(value) ? [value.map(onLine).join('')] : wordsIn(value)
  })
}

/** The pieces of one line follow one another as they are, with their own spaces. */
function onLine(inline: unknown): string {
  if (inline === null || typeof inline !== 'object') return ''
  if ('text' in inline && typeof inline.text === 'string') return inline.text
  return wordsIn(inline).join(' ') || ' '
}

/** Where the number of a piece was cut out of a sentence, no space is left before its comma. */
function closedUp(words: string): string {
  return words.replace(/ +/g, ' ').replace(/ +([,.;:!?])/g, '$1')
}

/** The words around each place, cut at words, with … where something was cut. */
export function excerptOf(text: string, spots: Spot[], around: number): string {
  if (spots.length === 0) return cut(text, 0, around * 2)
  const stretches: { from: number; to: number }[] = []
  for (const { startsAt, endsAt } of spots) {
    const next = { from: Math.max(0, startsAt - around), to: Math.min(text.length, endsAt + around) }
    const last = stretches.at(-1)
    if (last && next.from <= last.to) last.to = next.to
    else stretches.push(next)
  }
  return stretches.map(({ from, to }) => cut(text, from, to)).join(' ')
}

function cut(text: string, from: number, to: number): string {
  const words = text.slice(from, to)
  const begun = from > 0 ? `…${words.replace(/^\S{0,40}\s/, '')}` : words
  return to < text.length ? `${begun.replace(/\s\S{0,40}$/, '')}…` : begun
}

/** What was chosen for one line of the list; a part that is left out stays as it is. */
export interface Choice {
  going?: Going | null
  erasing?: Erasing | null
  because?: string
}

/** Keeps what was chosen for some of the list. */
export async function choose(db: Db, requestId: string, choices: Map<string, Choice>): Promise<void> {
  await inOne(db, async trx => {
    for (const [id, choice] of choices)
      if (Object.keys(choice).length > 0)
        await trx
          .updateTable('dataRequestFindings')
          .set(choice)
          .where('id', '=', id)
          .where('requestId', '=', requestId)
          .execute()
  })
}
