import { createHash, type Hash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { inOne, type OpenDatabase } from '../database.js'
import { storable } from '../database/values.js'

type AnyDb = Kysely<Record<string, Row>>
type Row = Record<string, unknown>

/** What each database makes for itself: its schema, and the index, which is read anew. */
const itsOwn = /^(?:migrations|search_\w+|sqlite_\w+)$/
/** As many as one question may hand over: SQLite takes 32,766 values, PostgreSQL twice as many. */
const mostValues = 30_000
const mostRows = 500

export interface Moved {
  tables: number
  rows: number
}

/**
 * Copies every row from one database into another of the same schema that holds nothing yet, whichever engines they are of: all of
 * them as they stood at one moment, and all or none. Then each table of both is read again, row by row.
 * @param tell what to say meanwhile
 * @throws a sentence where the other is not empty or of another version, or where something arrived otherwise than it left
 */
export async function moveRows(from: OpenDatabase, to: OpenDatabase, tell: (words: string) => void): Promise<Moved> {
  const tables = await sameTables(from, to)
  return atOneMoment(from, async source => {
    let rows = 0
    const left = new Map<string, string>()
    await inOne(to.db, async trx => {
      await to.engine.deferPointers(trx as unknown as Transaction<unknown>)
      const target = trx.withoutPlugins() as unknown as AnyDb
      await refuseUnlessEmpty(target, tables)
      for (const table of ['settings', 'upkeep']) await target.deleteFrom(table).execute()
      for (const table of tables) {
        const sum = createHash('sha256')
        let moved = 0
        for await (const some of pagesOf(source, table)) {
          if (some.length > 0) await target.insertInto(table.name).values(some).execute()
          addTo(sum, table, some)
          moved += some.length
        }
        left.set(table.name, sum.digest('hex'))
        rows += moved
        if (moved > 0) tell(`${table.name}: ${moved}`)
      }
      const dangling = await to.engine.dangling(trx as unknown as Transaction<unknown>)
      if (dangling > 0) throw new Error(`${dangling} rows would point at nothing there, so nothing was moved.`)
    })
    for (const table of tables)
      if ((await sumOf(plain(to.db), table)) !== left.get(table.name))
        throw new Error(`${table.name} did not arrive as it left: what stands there is not to be used.`)
    return { tables: tables.length, rows }
  })
}

function plain(db: OpenDatabase['db']): AnyDb {
  return db.withoutPlugins() as unknown as AnyDb
}

/** Each table with its columns, in an order of their own. @throws where the two are not of one version */
async function sameTables(from: OpenDatabase, to: OpenDatabase): Promise<Table[]> {
  const [here, there] = [await namesOf(plain(from.db)), await namesOf(plain(to.db))]
  if (here.length === 0) throw new Error('There is no installation of the workbench there, so nothing was moved.')
  if (here.join() !== there.join())
    throw new Error(
      `The two are of different versions of the workbench (${here.at(-1) ?? 'none'} and ${there.at(-1) ?? 'none'}). Start this version on each of them once.`,
    )
  const keys = await from.engine.keys()
  return (await plain(from.db).introspection.getTables())
    .filter(({ name, isView }) => !isView && !itsOwn.test(name))
    .map(({ name, columns }) => {
      const all = columns.map(column => column.name).sort()
      return { name, columns: all, key: keys.get(name) ?? all }
    })
}

async function namesOf(db: AnyDb): Promise<string[]> {
  if (!(await db.introspection.getTables()).some(table => table.name === 'migrations')) return []
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db)
  return rows.map(row => row.name)
}

/** An installation that was only started has settings, and nothing that anybody did. */
async function refuseUnlessEmpty(db: AnyDb, tables: Table[]): Promise<void> {
  for (const { name } of tables.filter(one => one.name !== 'settings' && one.name !== 'upkeep'))
    if (await db.selectFrom(name).selectAll().limit(1).executeTakeFirst())
      throw new Error(
        `There is something in the other database already (in ${name}). Rows are moved into an empty one.`,
      )
}

/** While it lasts, the source is read as it stood when it began; whoever writes there meanwhile waits for nothing. */
function atOneMoment<Result>({ db }: OpenDatabase, read: (source: AnyDb) => Promise<Result>): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(trx => read(trx.withoutPlugins() as unknown as AnyDb))
}

interface Table {
  name: string
  columns: string[]
  /** By which its rows are told apart. */
  key: string[]
}

/** All rows of a table, some at a time. */
async function* pagesOf(db: AnyDb, { name, columns, key }: Table): AsyncGenerator<Row[]> {
  let last: Row | undefined
  for (;;) {
    let query = db
      .selectFrom(name)
      .select(columns)
      .limit(Math.min(mostRows, Math.floor(mostValues / columns.length)))
    for (const column of key) query = query.orderBy(column)
    if (last)
      query = query.where(
        sql<boolean>`(${sql.join(key.map(one => sql.ref(one)))}) > (${sql.join(key.map(one => last![one]))})`,
      )
    const rows = await query.execute()
    if (rows.length === 0) return
    last = rows.at(-1)
    yield name === 'settings' ? rows.filter(row => row.key !== 'search') : rows
  }
}

/** What a table holds, as one number: the same on both engines where each cell is the same. */
async function sumOf(db: AnyDb, table: Table): Promise<string> {
  const sum = createHash('sha256')
  for await (const some of pagesOf(db, table)) addTo(sum, table, some)
  return sum.digest('hex')
}

function addTo(sum: Hash, { columns }: Table, rows: Row[]): void {
  for (const row of rows) sum.update(JSON.stringify(columns.map(column => storable(row[column]))))
}
