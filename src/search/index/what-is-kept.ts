import { createHash } from 'node:crypto'
import type { Trx } from '../../database.js'
import type { Term } from '../asking/question.js'
import type { Wanted } from './index-door.js'
import type { Entry } from '../searchables.js'
import { tokensOf } from '../tokens.js'
import { lastNumberAt, numberAt } from '../words/numbers.js'
import { rooted, type RootedText } from '../words/roots.js'
import '../tables.js'

/** The first free number of that second; one that was taken out is not free before its words are cleared. */
export async function numberFor(trx: Pick<Trx, 'selectFrom'>, day: string): Promise<number> {
  const [first, last] = [numberAt(day), lastNumberAt(day)]
  const newest = (table: 'searchEntries' | 'searchGone') =>
    trx
      .selectFrom(table)
      .select(eb => eb.fn.max('number').as('newest'))
      .where('number', '>=', first)
      .where('number', '<=', last)
      .executeTakeFirstOrThrow()
  const taken = [await newest('searchEntries'), await newest('searchGone')].map(row => row.newest ?? first - 1)
  return Math.max(...taken.map(Number)) + 1
}

/** Who is asking, and what they narrowed it to: of each list one must be among what a record is about. */
export function aboutWhat({ readers, kinds, schools, groups, by, stages }: Wanted): string[][] {
  const lists = [
    { letter: 'r', among: readers },
    { letter: 'k', among: kinds },
    { letter: 's', among: schools },
    { letter: 'g', among: groups },
    { letter: 'b', among: by },
    { letter: 't', among: stages },
  ]
  return lists.flatMap(({ letter, among }) => (among ? [among.map(one => hashed(letter, one))] : []))
}

/** Title and words in their order, and the roots that their words may also be looked for as: a–z and 0–9, nothing else. */
export function columnsOf({ title, words }: Entry) {
  const [titleRead, wordsRead] = [title, words].map(text => rooted(text, [...tokensOf(text)])) as [
    RootedText,
    RootedText,
  ]
  const kept = (read: RootedText) => read.tokens.map(token => token.word)
  const said = new Set([...kept(titleRead), ...kept(wordsRead)])
  const roots = new Set([...titleRead.roots.flat(), ...wordsRead.roots.flat()].filter(root => !said.has(root)))
  return { title: kept(titleRead).join(' '), words: kept(wordsRead).join(' '), roots: [...roots].join(' ') }
}

/** What a record is about, hashed: who may come upon it, its kind, schools, group, author and stage. */
export function aboutOf(kind: string, { readers, about }: Entry): string {
  return [
    ...readers.map(reader => hashed('r', reader)),
    ...[kind, ...(about.kinds ?? [])].map(one => hashed('k', one)),
    ...(about.schools ?? []).map(school => hashed('s', school)),
    ...(about.group ? [hashed('g', about.group)] : []),
    ...(about.by ? [hashed('b', about.by)] : []),
    ...(about.stage ? [hashed('t', about.stage)] : []),
  ].join(' ')
}

const hashes = new Map<string, string>()

function hashed(letter: string, words: string): string {
  const key = `${letter}${words}`
  const known = hashes.get(key)
  if (known) return known
  const hash = letter + createHash('sha256').update(words).digest('hex').slice(0, 20)
  if (hashes.size > 50_000) hashes.clear()
  hashes.set(key, hash)
  return hash
}

/** All that was asked for, in a row. */
export function allWords(terms: Term[]): string[] {
  return terms.flatMap(term => term.words)
}
