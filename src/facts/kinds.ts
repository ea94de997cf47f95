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
  /** PDFs that were drawn may show what is not to be seen any more. */
  forgetsDrawings?: true
  /** Files of which bytes are to be removed from the disk. */
  erasesFiles?: (details: Details) => string[]
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
