import type { Db } from '../database.js'
import type { Fact, FactKinds, FactOf } from '../facts/facts.js'

/** Some kinds of facts, and the records that have to be read into the index again after one of them. */
export interface Renewal {
  follows: string[]
  /** They may be as many as a group has: they stay in the index until they are read again, a little at a time. */
  ofMany?: true
  records(fact: Fact, db: Db): string[] | Promise<string[]>
}

/** `after(['claim made', 'claim revised'], itself)`: only kinds that a room has declared compile. */
export function after<Name extends keyof FactKinds>(
  follows: Name[],
  records: (fact: { [Kind in Name]: FactOf<Kind> }[Name], db: Db) => string[] | Promise<string[]>,
): Renewal {
  return { follows, records: records as Renewal['records'] }
}

/**
 * After deeds with as many records as a group has, of which no word is gone: a pseudonym that was chosen, a school that refused.
 * Until they are read again they are proposed by their old words, and the finders, who read them as they are now, decide.
 */
export function afterMany<Name extends keyof FactKinds>(
  follows: Name[],
  records: (fact: { [Kind in Name]: FactOf<Kind> }[Name], db: Db) => string[] | Promise<string[]>,
): Renewal {
  return { ...after(follows, records), ofMany: true }
}

/** The record that the fact is about. */
export function itself({ aboutId }: Pick<Fact, 'aboutId'>): string[] {
  return aboutId === null ? [] : [aboutId]
}
