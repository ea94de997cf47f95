import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { Renewal } from './renewals.js'

/**
 * A kind of thing that can be found in the box of every page. A room says in its own `searching.ts` what can be found of
 * it, and names it among the `searchables` of its room.ts:
 *
 * 1. `renewals`: after which facts which of its records have to be read again. They leave the index right after the deed,
 *    and are read anew before the next search. Name every fact that changes what `entries` reads: a consent, a sharing, a
 *    school, not only the words. A record whose row a deed deletes must be named by the fact itself.
 * 2. `entries`: the words of records as they stand, and who may come upon them: permission tokens (src/reach/readers.ts),
 *    rather one too many than one too few. A record that nobody may find any more is left out.
 * 3. `find`: the same records for one person, through the room's own finders and `may…`. This decides: what it does not
 *    give back was never found, and no count tells of it. Words must be as this person reads them (pseudonyms), because
 *    the question is held against them once more.
 */
export interface Searchable {
  /** A short name, stored in the index. Another thing gets another name. */
  kind: string
  /** As people say it: `claim`, `claims`. */
  one: string
  many: string
  /** Raise it when what is indexed changes: the kind is then read anew. */
  version: number
  renewals: Renewal[]
  /** For what a group makes: all its records, which are read again when its pseudonyms change. */
  ofGroup?(db: Db, groupId: string): Promise<string[]>
  /** Other words by which people narrow a search to it, or to some of it, such as `interview`. */
  alsoCalled?: { names: string[]; kinds: string[] }[]
  /** Ids of all its records, those after the given one in their order. */
  ids(db: Db, after: string, most: number): Promise<string[]>
  entries(db: Db, records: string[]): Promise<Entry[]>
  /** @param person undefined for somebody who is not signed in */
  find(db: Db, person: Reader | undefined, records: string[]): Promise<Found[]>
}

/** A record as it goes into the index. */
export interface Entry {
  record: string
  title: string
  words: string
  /** When it happened, as a date or a moment: lists are ordered by it. */
  day: string
  /** Permission tokens of those who may come upon it. */
  readers: string[]
  about: About
}

/** What results can be narrowed by. */
export interface About {
  /** More kinds that it counts as, such as `interview`. */
  kinds?: string[]
  schools?: string[]
  group?: string | null
  by?: string | null
  /** The stage of the cycle that it stands in. */
  stage?: string | null
}

/** A record as one person may read it now. */
export interface Found {
  record: string
  /** What it belongs to: hits of the same thing stand together under the first. */
  thing: string
  /** Such as `E12`; may be empty. */
  label: string
  /** What it is, in a word or two: `interview`, `claim`. */
  kind: string
  title: string
  /** What stands in the place of a title that is not its own words, and is not searched: `What did not work?` */
  heading?: string
  /** Plain words, of which a sentence is shown. */
  words: string
  /** Where it stands; an id of the page may follow after `#`. */
  href: string
  /** Where a moment can be played: what is said from this unit of the words on is said at so many seconds. */
  moments?: { startsAt: number; from: number }[]
  day: string
  schools: { id: string; name: string }[]
  group: { id: string; name: string } | null
  by: string | null
  kinds?: string[]
  /** The stage of the cycle that it stands in. */
  stage?: string | null
}

/** Names that people may use in filters, as far as this person knows them. */
export interface Directory {
  kinds: { names: string[]; kinds: string[] }[]
  /** The stages of a cycle, by their names. */
  stages: Named[]
  schools(db: Db, person: Reader | undefined): Promise<Named[]>
  groups(db: Db, person: Reader | undefined): Promise<Named[]>
  people(db: Db, person: Reader | undefined): Promise<Named[]>
  /** The permission tokens of a person, see src/reach/readers.ts. */
  readers(db: Db, person: Reader | undefined): Promise<string[]>
}

export interface Named {
  id: string
  name: string
}

/** What the search is given of the house. */
export interface Findable {
  searchables: Searchable[]
  directory: Directory
}
