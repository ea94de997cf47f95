import Sqlite from 'better-sqlite3'
import type { Asked } from '../questions-asked.js'
import type { World } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

/** The tables whose rows are counted. */
const tables = ['evidence', 'evidence_counts', 'evidence_schools', 'evidence_files', 'consents']

/** The questions that are about evidence. */
export function aboutEvidence(questions: Asked[]): Asked[] {
  return questions.filter(one => tables.some(table => one.sql.includes(table)))
}

/**
 * How many rows the database looks at to answer: each table is seen through a view that counts every row that an index, or a
 * walk through the table, brings up, before anything else is asked of it.
 */
export function rowsReadBy({ house }: World, questions: Asked[]): number {
  const own = new Sqlite(sqliteOf(house).name)
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
export function planOf({ house }: World, { sql, parameters }: Asked): string[] {
  const steps = sqliteOf(house)
    .prepare(`explain query plan ${sql}`)
    .all(...parameters) as { detail: string }[]
  return steps.map(step => step.detail)
}
