import type { HeardBy } from './news/tables.js'

/**
 * What is to be known of a kind of fact. Each room lists its own kinds in its `facts.ts`, by English deeds:
 * `'evidence withdrawn'`. A sentence is made when it is read and never kept, so that a better one serves old facts too.
 */
export interface Kind<Details> {
  /**
   * What was done, so that "Nia Prŷs {says}" reads as a sentence of the group's history; without it the history is
   * silent. It must say nothing that the whole group, its network leaders and heads may not read: name a piece by its
   * number, never quote a private draft. Names in it are put under the reader's names afterwards.
   */
  says?: (details: Details) => string
  /** The line of the audit trail; without it none. Never names, text or secrets. */
  audit?: string | ((details: Details) => string)
  /** Who is told of it as news, and in which words; without it nobody. */
  news?: ToldAsNews
  /** PDFs that were drawn may show what is not to be seen any more. */
  forgetsDrawings?: true
  /** Files of which bytes are to be removed from the disk. */
  erasesFiles?: (details: Details) => string[]
}

/**
 * How deeds of a kind are told to those who were not there. The words are given a number and nothing else: what somebody
 * typed cannot come into a line of news, nor from there into a letter.
 */
export interface ToldAsNews {
  to: HeardBy[]
  /** "Nia Prŷs {says}", for so many of them by one person. */
  says(count: number): string
  /** Where it is read: one of them, or where they all stand. */
  at(fact: FactToldOf, count: number): string
}

/** What an address is made of. */
export interface FactToldOf {
  groupId: string | null
  networkId: string | null
  aboutId: string | null
}

/** For people of the group alone. */
export const toGroup: HeardBy[] = ['the group']
/** Also for whoever looks into the group from outside: it says nothing that the group keeps to itself. */
export const toAround: HeardBy[] = ['the group', 'around the group']
/** Also for everybody who works in the network. */
export const toEverybody: HeardBy[] = ['the group', 'around the group', 'the network']
export const toNetwork: HeardBy[] = ['the network']

/** counted('logged', 'a piece of evidence', 'pieces of evidence')(4) → `logged 4 pieces of evidence` */
export function counted(did: string, one: string, many: string): (count: number) => string {
  return count => `${did} ${count === 1 ? one : `${count} ${many}`}`
}

/** Every kind that the house knows, by its name. A detail's type is the room's own affair, and checked where it records. */
export type FactBook = Record<string, Kind<never>>

/** Declares a kind: `kind<{ number: number }>({ says: ({ number }) => … })`. */
export function kind<Details extends object = Nothing>(of: Kind<Details>): Kind<Details> {
  return of
}

type Nothing = Record<never, never>

/** The kinds of a room, as `FactKinds` knows them: by name, what each says besides. */
export type DetailsOf<Room> = { [Name in keyof Room]: Room[Name] extends Kind<infer Details> ? Details : never }
