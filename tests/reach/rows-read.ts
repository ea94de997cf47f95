import Sqlite from 'better-sqlite3'
import type { World } from '../world.js'

/** A question that was asked of the database, as it was asked. */
interface Asked {
  sql: string
  parameters: unknown[]
}

/** The tables whose rows are counted. */
const tables = ['evidence', 'evidence_counts', 'evidence_schools', 'evidence_files', 'consents']

/** Listens to every question that is asked while something is done. Begin before the first of them. */
export function listenTo({ house: { sqlite } }: World) {
  let asked: Asked[] = []
  const prepare = sqlite.prepare.bind(sqlite)
  sqlite.prepare = ((sql: string) => {
    const statement = prepare(sql)
    return new Proxy(statement, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name, of)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          if (name === 'all') asked.push({ sql, parameters: given.flat() })
          return (value as (...all: unknown[]) => unknown).apply(of, given)
        }
      },
    })
  }) as typeof sqlite.prepare
  return async (does: () => PromiseLike<unknown>): Promise<Asked[]> => {
    asked = []
    await does()
    return asked.filter(one => /^\s*(select|with)/i.test(one.sql) && tables.some(table => one.sql.includes(table)))
  }
}

/**
 * How many rows the database looks at to answer: each table is seen through a view that counts every row that an index, or a
 * walk through the table, brings up, before anything else is asked of it.
 */
export function rowsReadBy({ house: { sqlite } }: World, questions: Asked[]): number {
  const own = new Sqlite(sqlite.name)
  let rows = 0
  own.function('seen', { deterministic: false }, _row => {
    rows += 1
    return 1
  })
  for (const table of tables)
    own.exec(`create temp view ${table} as select * from main.${table} where seen(main.${table}.rowid)`)
  for (const { sql, parameters } of questions) own.prepare(sql).all(...parameters)
  own.close()
  return rows
}

/** How the database goes about a question, step by step. */
export function planOf({ house: { sqlite } }: World, { sql, parameters }: Asked): string[] {
  const steps = sqlite.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
  return steps.map(step => step.detail)
}
