import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { type Question, withLastWordBegun } from './asking/question.js'
import { fullTextOf } from './index/full-text.js'
import type { Newest, Wanted } from './index/index-door.js'
import { answers, type Leaf, leafOf } from './matching.js'
import type { Limits } from './asking/narrowing.js'
import type { Findable, Found, Searchable } from './searchables.js'
import type { SearchEntry } from './tables.js'
import { breathe } from '../web/limits/breathing.js'
import { dayOf } from '../web/now.js'

export type Order = 'newest' | 'closest'

/** A thing that was found, with each of its places that answers; the first is shown. */
export interface Hit {
  places: (Found & { leaf: Leaf })[]
}

export interface Answer {
  hits: Hit[]
  /** How many things were found and checked. */
  count: number
  /** There may be more than were counted. */
  more: boolean
  /** The last word was taken as the beginning of a word. */
  begun: boolean
  /** Older places than the newest thousands were not looked at. */
  onlyNewest: boolean
  /** The question that was answered. */
  question: Question
}

/**
 * The most things that are ever counted, and the most places that are looked at for one question. No more is read and held
 * against the question than a page and the next one need, some at a time: everybody else is answered in between.
 */
export const mostCounted = 200
const atATime = 25
export const mostLookedAt = 2000
const milliseconds = 400

/**
 * Finds what answers a question, for one person. The index proposes; the rooms' own finders decide, and the words as they
 * are now are held against the question again, so that neither a hit nor a count tells of anything else.
 * @param page from 1
 */
export async function search(
  db: Db,
  { searchables, directory }: Findable,
  person: Reader | undefined,
  question: Question,
  limits: Limits,
  { order, page, size }: { order: Order; page: number; size: number },
): Promise<Answer> {
  const nothing = { hits: [], count: 0, more: false, begun: false, onlyNewest: false, question }
  if (limits.mistakes.length > 0) return nothing
  const readers = await directory.readers(db, person)
  const until = page * size
  const enough = Math.min(mostCounted, until + size)
  const ask = (one: Question) =>
    checked(db, searchables, person, one, { ...limits, question: one, readers }, order, enough)
  let found = await ask(question)
  const wider = found.hits.length < size ? withLastWordBegun(question) : undefined
  if (wider) {
    const more = await ask(wider)
    if (more.hits.length > found.hits.length) found = { ...more, begun: true, question: wider }
  }
  return { ...found, count: found.hits.length, hits: found.hits.slice(until - size, until) }
}

type Checked = Omit<Answer, 'count'>

async function checked(
  db: Db,
  searchables: Searchable[],
  person: Reader | undefined,
  question: Question,
  wanted: Wanted,
  order: Order,
  enough: number,
): Promise<Checked> {
  const end = performance.now() + milliseconds
  const things = new Map<string, Hit>()
  let lookedAt = 0
  let more = false
  for await (const entries of proposed(db, wanted, order)) {
    lookedAt += entries.length
    for (const place of await those(db, searchables, person, question, wanted, entries)) {
      const known = things.get(place.thing)
      if (known) known.places.push(place)
      else if (things.size < enough) things.set(place.thing, { places: [place] })
      else more = true
    }
    if (more || (things.size > 0 && performance.now() > end)) {
      more = true
      break
    }
    await breathe()
  }
  return { hits: [...things.values()], more, begun: false, onlyNewest: !more && lookedAt >= mostLookedAt, question }
}

/** What the index proposes, some at a time: few at first, because they are often enough. */
async function* proposed(db: Db, wanted: Wanted, order: Order): AsyncGenerator<SearchEntry[]> {
  if (order === 'closest') {
    const all = await fullTextOf(db).closest(db, wanted, mostLookedAt)
    for (let at = 0; at < all.length; at += atATime) yield all.slice(at, at + atATime)
    return
  }
  let after: number | null = null
  for (let lookedAt = 0, most = 60; lookedAt < mostLookedAt; most = 200) {
    const { entries, next }: Newest = await fullTextOf(db).newest(
      db,
      wanted,
      after,
      Math.min(most, mostLookedAt - lookedAt),
    )
    for (let at = 0; at < entries.length; at += atATime) yield entries.slice(at, at + atATime)
    if (next === null) return
    lookedAt += entries.length
    after = next
  }
}

/** Those that are there for this person, whose words as they stand now answer the question. */
async function those(
  db: Db,
  searchables: Searchable[],
  person: Reader | undefined,
  question: Question,
  wanted: Wanted,
  entries: SearchEntry[],
): Promise<Hit['places']> {
  const found = new Map<string, Found>()
  for (const searchable of searchables) {
    const records = entries.filter(entry => entry.kind === searchable.kind).map(entry => entry.record)
    if (records.length === 0) continue
    for (const one of await searchable.find(db, person, records))
      if (isWithin(one, searchable.kind, wanted)) found.set(`${searchable.kind} ${one.record}`, one)
  }
  return entries.flatMap(({ kind, record }) => {
    const one = found.get(`${kind} ${record}`)
    if (!one) return []
    const leaf = leafOf(one.label ? `${one.label} ${one.title}` : one.title, one.words)
    return answers(question, leaf) ? [{ ...one, leaf }] : []
  })
}

function isWithin(found: Found, kind: string, { kinds, schools, groups, by, stages, from, to }: Wanted): boolean {
  const day = dayOf(found.day)
  return (
    (!kinds || [kind, ...(found.kinds ?? [])].some(one => kinds.includes(one))) &&
    (!schools || found.schools.some(school => schools.includes(school.id))) &&
    (!groups || (found.group !== null && groups.includes(found.group.id))) &&
    (!stages || stages.includes(found.stage ?? '')) &&
    (!by || (found.by !== null && by.includes(found.by))) &&
    (!from || day >= from) &&
    (!to || day <= to)
  )
}
