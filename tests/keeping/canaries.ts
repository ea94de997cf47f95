import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql, type Transaction } from 'kysely'
import { inOne } from '../../src/database.js'
import type { House } from '../../src/house.js'
import { rowsThatGo, type Root, whatGoes } from '../../src/keeping/erasing/what-goes.js'
import { brought } from '../../src/rooms.js'
import { sqliteOf } from '../sqlite-of.js'

/** Tables that only grow: their words are put in beside their guard. */
const guarded = ['facts', 'history', 'coding_acts', 'coding_changes']

/**
 * Puts a word of its own behind whatever somebody wrote in rows that are to go, in every cell of more than one word.
 * @returns those words
 */
export async function putCanaries({ db, engine }: House, root: Root, id: string): Promise<string[]> {
  const plain = db.withoutPlugins()
  const put: string[] = []
  for (const one of await whatGoes(engine, db, brought, root)) {
    if (one.by.length === 0) continue
    const all = await whatGoes(engine, db, brought, root)
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(one.table)}
      where ${rowsThatGo(all, one, root, id)}`.execute(plain)
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !/^[^[{].*\S \S/.test(value) || one.keys.includes(column)) continue
        if (/_at$|_on$|^kind$|^role$|^at$|address|state|outcome|decision|^of$|^how$|answer$/.test(column)) continue
        const canary = `Qzx${one.table}${column}${put.length}`.replaceAll('_', '')
        await sql`update ${sql.table(one.table)} set ${sql.ref(column)} = ${`${value} ${canary}`}
          where ${sql.join(
            one.keys.map(key => sql`${sql.ref(key)} = ${row[key]}`),
            sql` and `,
          )}`.execute(plain)
        put.push(canary)
      }
  }
  await inOne(db, trx =>
    engine.lifted(trx as unknown as Transaction<unknown>, guarded, async () => {
      const because = `Qzxfactsbecause`
      await sql`update facts set because = ${because} where group_id = ${id}`.execute(trx)
      await sql`update coding_changes set before = 'Qzxcodingbefore' where act_id in
        (select id from coding_acts where group_id = ${id})`.execute(trx)
      put.push(because, 'Qzxcodingbefore')
    }),
  )
  return put
}

/** Puts a canary into the texts of everything that is to go. */
export async function putIntoTexts({ db }: House, owners: string[]): Promise<string> {
  const canary = 'Qzxtextsbody'
  await db
    .updateTable('texts')
    .set({ body: `Words ${canary}` })
    .where('owner', 'in', owners)
    .execute()
  return canary
}

/** Every file of an installation in which a word still stands: the database, its log, the index, keys, uploads, drawings. */
export function filesHolding(house: House, words: string[]): string[] {
  const folder = dirname(sqliteOf(house).name)
  const found: string[] = []
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(path)
    const held = words.filter(word => bytes.includes(word) || bytes.includes(word.toLowerCase()))
    if (held.length > 0) found.push(`${path.slice(folder.length)}: ${held.slice(0, 20).join(', ')}`)
  }
  return found
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}
