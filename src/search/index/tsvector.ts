import { sql } from 'kysely'
import type { Term } from '../asking/question.js'
import type { Entry } from '../searchables.js'
import type { Wanted } from './index-door.js'
import { aboutOf, aboutWhat, allWords, columnsOf } from './what-is-kept.js'
import type { WordIndex } from './word-index.js'

/**
 * The same four columns as in FTS5, as weights of one vector: A the title, B the words, C the roots, D what the record is about.
 * The words are folded and rooted before they come here, so PostgreSQL’s own dictionaries have no part in it; each is a–z and
 * 0–9 and nothing else, here and in a question.
 */
export const tsvector: WordIndex = {
  number: 'number',

  async isMade(db) {
    const { rows } = await sql<{ made: string | null }>`select to_regclass('search_words')::text as made`.execute(db)
    return rows[0]?.made != null
  },

  async make(db) {
    await sql`create table if not exists search_words (number bigint primary key, said tsvector not null)`.execute(db)
    await sql`create index if not exists search_words_said on search_words using gin (said)`.execute(db)
  },

  keep: (trx, number, kind, entry) =>
    sql`insert into search_words (number, said) values (${number}, ${vectorOf(kind, entry)}::tsvector)`.execute(trx),

  answers: match => sql<boolean>`said @@ ${match}::tsquery`,

  matchFor(wanted) {
    const { terms, without } = wanted.question
    const anywhere = (term: Term) => formsOf(term, 'ABC')
    const match = all([...narrowing(wanted), ...terms.map(anywhere)])
    return without.length > 0 ? `${match} & !${any(without.map(anywhere))}` : match
  },

  narrowed: (wanted, match) => all([...narrowing(wanted), match]),
  inTitle: terms => all(terms.map(term => formsOf(term, 'A'))),
  asTyped: terms => all(terms.map(term => inARow(term.words, false, 'AB'))),
  inARow: terms => inARow(allWords(terms), terms.at(-1)!.begins, 'AB'),
}

function narrowing(wanted: Wanted): string[] {
  return aboutWhat(wanted).map(among => any(among.map(one => `${one}:D`)) || 'none:D')
}

function formsOf(term: Term, weights: string): string {
  if (term.words.length === 1) return any(term.roots.map(root => inARow([root], term.begins, weights)))
  const row = inARow(term.words, term.begins, weights)
  return term.whole ? any([row, inARow([term.whole], term.begins, weights)]) : row
}

/** The last word may be the beginning of one, where the question says so. */
function inARow(words: string[], begins: boolean, weights: string): string {
  const last = words.length - 1
  return `(${words.map((word, place) => `${word}:${begins && place === last ? '*' : ''}${weights}`).join(' <-> ')})`
}

function all(parts: string[]): string {
  return `(${parts.join(' & ')})`
}

function any(parts: string[]): string {
  return parts.length > 0 ? `(${parts.join(' | ')})` : ''
}

/** Positions are kept up to this one, and 255 of a word; all words of a vector with their positions have a megabyte. */
const lastPosition = 16_383
const mostPlaces = 255
const mostBytes = 1_000_000

function vectorOf(kind: string, entry: Entry): string {
  const { title, words, roots } = columnsOf(entry)
  const said = new Map<string, string[]>()
  let bytes = 0
  const put = (word: string, position: number, weight: string) => {
    const places = said.get(word) ?? []
    const more = places.length === 0 ? word.length + 4 : 2
    if (word === '' || bytes + more > mostBytes || places.length >= mostPlaces) return
    bytes += more
    places.push(`${Math.min(position, lastPosition)}${weight}`)
    said.set(word, places)
  }
  for (const about of aboutOf(kind, entry).split(' ')) put(about, lastPosition, 'D')
  for (const root of roots.split(' ')) put(root, lastPosition, 'C')
  const inTitle = title.split(' ')
  inTitle.forEach((word, place) => put(word, place + 1, 'A'))
  // No row of words goes from the title into the text.
  words.split(' ').forEach((word, place) => put(word, inTitle.length + place + 3, 'B'))
  return [...said].map(([word, places]) => `${word}:${places.join(',')}`).join(' ')
}
