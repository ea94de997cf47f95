import { groupsThatHide } from '../names/former-names.js'
import { type Names, namesOutside } from '../names/names.js'
import { afterMany } from './renewals.js'
import type { Entry, Found, Searchable } from './searchables.js'

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
      afterMany(['pseudonym chosen', 'pseudonym removed'], ({ groupId }, db) => (groupId ? ofGroup(db, groupId) : [])),
      afterMany(['school renamed', 'name changed'], async ({ aboutId }, db) => {
        const each = []
        for (const group of await groupsThatHide(db, aboutId ?? '')) each.push(...(await ofGroup(db, group)))
        return each
      }),
    ],
    async entries(db, ids) {
      const outside = namesOutside()
      const entries = await searchable.entries(db, ids)
      return Promise.all(
        entries.map(async entry =>
          entry.about.group ? both(await outside.namesIn(db, entry.about.group), entry) : entry,
        ),
      )
    },
    async find(db, person, ids) {
      const found = await searchable.find(db, person, ids)
      if (!person) return found
      return Promise.all(
        found.map(async one => (one.group ? readUnder(await person.namesIn(db, one.group.id), one) : one)),
      )
    },
  }
}

/** Under both names: the reader's own are held against the question before anything is shown. */
function both({ read, any }: Names, entry: Entry): Entry {
  if (!any) return entry
  const twice = (text: string) => (read(text) === text ? text : `${text}\n\n${read(text)}`)
  return { ...entry, title: twice(entry.title), words: twice(entry.words) }
}

/** Moments do not hold where other words stand, and a school under a pseudonym leads nowhere. */
function readUnder(names: Names, found: Found): Found {
  if (!names.any) return found
  const { title, heading, words } = names.read({ title: found.title, heading: found.heading, words: found.words })
  return {
    ...found,
    title,
    ...(heading === undefined ? {} : { heading }),
    words,
    ...(words === found.words ? {} : { moments: [] }),
    schools: found.schools.map(school => {
      const name = names.school(school)
      return name === school.name ? school : { id: '', name }
    }),
  }
}
