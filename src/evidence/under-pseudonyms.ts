import { after } from '../search/renewals.js'
import type { Entry, Found, Searchable } from '../search/searchables.js'
import { type Pseudonyms, pseudonymsByGroup } from './pseudonyms.js'

/**
 * What a group makes, found by everybody under the names that they read: those in the group by its own names, those
 * outside by its pseudonyms, and never by what hides behind them.
 */
export function underPseudonyms(searchable: Searchable): Searchable {
  const { ofGroup } = searchable
  if (ofGroup === undefined) return searchable
  return {
    ...searchable,
    renewals: [
      ...searchable.renewals,
      after(['pseudonym chosen', 'pseudonym removed'], ({ groupId }, db) => (groupId ? ofGroup(db, groupId) : [])),
    ],
    async entries(db, ids) {
      const of = pseudonymsByGroup(db)
      const entries = await searchable.entries(db, ids)
      return Promise.all(
        entries.map(async entry => (entry.about.group ? both(await of(entry.about.group), entry) : entry)),
      )
    },
    async find(db, person, ids) {
      const found = await searchable.find(db, person, ids)
      if (!person) return found
      const of = pseudonymsByGroup(db, person)
      return Promise.all(found.map(async one => (one.group ? disguised(await of(one.group.id), one) : one)))
    },
  }
}

/** Under both names: the reader's own are held against the question before anything is shown. */
function both({ words, any }: Pseudonyms, entry: Entry): Entry {
  if (!any) return entry
  const twice = (text: string) => (words(text) === text ? text : `${text}\n\n${words(text)}`)
  return { ...entry, title: twice(entry.title), words: twice(entry.words) }
}

function disguised(pseudonyms: Pseudonyms, found: Found): Found {
  if (!pseudonyms.any) return found
  const words = pseudonyms.words(found.words)
  return {
    ...found,
    title: pseudonyms.words(found.title),
    ...(found.heading ? { heading: pseudonyms.words(found.heading) } : {}),
    words,
    ...(words === found.words ? {} : { moments: [] }),
    schools: found.schools.map(school => {
      const name = pseudonyms.school(school)
      return name === school.name ? school : { id: '', name }
    }),
  }
}
