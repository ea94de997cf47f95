import type { Directory, Searchable } from '../search/searchables.js'
import { stages } from '../stages.js'
import { groupsKnownTo, peopleKnownTo, schoolsKnownTo } from './known-names.js'
import { readersOf } from './readers.js'

/** The names by which people narrow a search: kinds of things, stages, and the schools, groups and people they know. */
export function directoryOf(searchables: Searchable[]): Directory {
  return {
    kinds: searchables.flatMap(({ kind, one, many, alsoCalled = [] }) => [
      { names: [kind, one, many], kinds: [kind] },
      ...alsoCalled,
    ]),
    stages: stages.map(({ key, name }) => ({ id: key, name })),
    schools: schoolsKnownTo,
    groups: groupsKnownTo,
    people: peopleKnownTo,
    readers: readersOf,
  }
}
