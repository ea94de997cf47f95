import { sql } from 'kysely'
import type { Term } from '../asking/question.js'
import type { Wanted } from './index-door.js'
import { aboutOf, aboutWhat, allWords, columnsOf } from './what-is-kept.js'
import type { WordIndex } from './word-index.js'

/**
 * Four columns: title and words in their order, as src/search/tokens.ts keeps them; beside them the roots that their
 * words may also be looked for as; and what the record is about, hashed: who may come upon it, its kind, schools, group
 * and author, so that these narrow the match itself. Every word is a–z and 0–9 and nothing else, here and in a question:
 * nothing that was typed reaches MATCH.
 */
export const fts5: WordIndex = {
  number: 'rowid',

  async isMade(db) {
    const { rows } = await sql`select 1 from sqlite_master where name = 'search_words'`.execute(db)
    return rows.length > 0
  },

  async make(db) {
    await sql`create virtual table if not exists search_words using fts5(
      title, words, roots, about, tokenize = 'ascii', prefix = '3')`.execute(db)
    // Without it a word that was taken out stays readable in the index until its page is written anew.
    await sql`insert into search_words (search_words, rank) values ('secure-delete', 1)`.execute(db)
    // Words went along with their record once, however long that took.
    await sql`drop trigger if exists search_entries_gone`.execute(db)
  },

  keep(trx, number, kind, entry) {
    const { title, words, roots } = columnsOf(entry)
    return sql`insert into search_words (rowid, title, words, roots, about)
      values (${number}, ${title}, ${words}, ${roots}, ${aboutOf(kind, entry)})`.execute(trx)
  },

  answers: match => sql<boolean>`search_words match ${match}`,

  matchFor(wanted) {
    const { terms, without } = wanted.question
    const match = [narrowing(wanted), ...terms.map(forms)].join(' AND ')
    return without.length > 0 ? `(${match}) NOT (${without.map(forms).join(' OR ')})` : match
  },

  narrowed: (wanted, match) => `${narrowing(wanted)} AND ${match}`,
  inTitle: terms => together(terms.map(term => `{title} : (${formsOf(term)})`)),
  asTyped: terms => together(terms.map(term => `{title words} : (${phrase(term.words, false)})`)),
  inARow: terms => `{title words} : (${phrase(allWords(terms), terms.at(-1)!.begins)})`,
}

function together(terms: string[]): string {
  return `(${terms.join(' AND ')})`
}

function forms(term: Term): string {
  return `{title words roots} : (${formsOf(term)})`
}

function formsOf(term: Term): string {
  if (term.words.length === 1) return term.roots.map(root => phrase([root], term.begins)).join(' OR ')
  const inARow = phrase(term.words, term.begins)
  return term.whole ? `${inARow} OR ${phrase([term.whole], term.begins)}` : inARow
}

function phrase(words: string[], begins: boolean): string {
  return `"${words.join(' ')}"${begins ? ' *' : ''}`
}

/** Who is asking, and what they narrowed it to. */
function narrowing(wanted: Wanted): string {
  return aboutWhat(wanted)
    .map(among => `about : (${among.map(one => `"${one}"`).join(' OR ') || '"none"'})`)
    .join(' AND ')
}
