import type Sqlite from 'better-sqlite3'
import type { House } from '../src/house.js'
import { sqliteOf } from './sqlite-of.js'

/** A question that was asked of the database, as it was asked. */
export interface Asked {
  sql: string
  parameters: unknown[]
}

/** What the house asks by itself, each second, whoever opens a page. */
const byItself = /fact_outbox|fact_retries|search_waiting|search_later|search_gone|search_rebuilding/

type Ears = Set<(asked: Asked) => void>
const listening = new Map<Sqlite.Database, Ears>()

/** Listens to every question that is asked while something is done, also in words that the database has read before. */
export function listenTo(house: Pick<House, 'engine'>) {
  return async (does: () => PromiseLike<unknown>): Promise<Asked[]> => {
    const asked: Asked[] = []
    const stop = hear(sqliteOf(house), one => asked.push(one))
    try {
      await does()
    } finally {
      stop()
    }
    return asked.filter(one => /^\s*(select|with)/i.test(one.sql) && !byItself.test(one.sql))
  }
}

/** Hears everything that this database is asked from now on. @returns what stops it */
export function hear(sqlite: Sqlite.Database, ear: (asked: Asked) => void): () => void {
  listenAtAll(sqlite)
  const ears = listening.get(sqlite) ?? new Set()
  listening.set(sqlite, ears.add(ear))
  return () => ears.delete(ear)
}

let isListening = false

function listenAtAll(sqlite: Sqlite.Database): void {
  if (isListening) return
  isListening = true
  const statements = Object.getPrototypeOf(sqlite.prepare('select 1')) as Record<
    string,
    (...given: unknown[]) => unknown
  >
  for (const way of ['all', 'get', 'run', 'iterate']) {
    const ask = statements[way]!
    statements[way] = function (this: Sqlite.Statement, ...given: unknown[]) {
      for (const ear of listening.get(this.database) ?? []) ear({ sql: this.source, parameters: given.flat() })
      return ask.apply(this, given)
    }
  }
}

/** The questions that were asked again with the same parameters, each once. */
export function askedAgain(asked: Asked[]): string[] {
  const questions = asked.map(({ sql, parameters }) => `${sql} ${JSON.stringify(parameters)}`)
  return [...new Set(questions.filter((one, place) => questions.indexOf(one) !== place))]
}
