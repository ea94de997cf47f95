import type { House } from '../src/house.js'

/** A question that was asked of the database, as it was asked. */
export interface Asked {
  sql: string
  parameters: unknown[]
}

/** What the house asks by itself, each second, whoever opens a page. */
const byItself = /fact_outbox|fact_retries|search_waiting|search_rebuilding/

/** Listens to every question that is asked while something is done. Begin before the first of them. */
export function listenTo({ sqlite }: Pick<House, 'sqlite'>) {
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
    return asked.filter(one => /^\s*(select|with)/i.test(one.sql) && !byItself.test(one.sql))
  }
}

/** The questions that were asked again with the same parameters, each once. */
export function askedAgain(asked: Asked[]): string[] {
  const questions = asked.map(({ sql, parameters }) => `${sql} ${JSON.stringify(parameters)}`)
  return [...new Set(questions.filter((one, place) => questions.indexOf(one) !== place))]
}
