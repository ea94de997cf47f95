import type { Db } from '../database.js'
import type { Fact, FactKinds, FactOf } from '../facts/facts.js'

/** Some kinds of facts, and the records that have to be read into the index again after one of them. */
export interface Renewal {
  follows: string[]
  records(fact: Fact, db: Db): string[] | Promise<string[]>
}

/** `after(['claim made', 'claim revised'], itself)`: only kinds that a room has declared compile. */
export function after<Name extends keyof FactKinds>(
  follows: Name[],
  records: (fact: { [Kind in Name]: FactOf<Kind> }[Name], db: Db) => string[] | Promise<string[]>,
): Renewal {
  return { follows, records: records as Renewal['records'] }
}

/** The record that the fact is about. */
export function itself({ aboutId }: Pick<Fact, 'aboutId'>): string[] {
  return aboutId === null ? [] : [aboutId]
}
