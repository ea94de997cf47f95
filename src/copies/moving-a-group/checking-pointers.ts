import type { Engine } from '../../database/engine.js'
import { BadInput } from '../../errors.js'
import type { Brought } from '../../room.js'
import type { TextKind } from '../../texts/kinds.js'
import { belongingsIn } from './belonging.js'
import { tablesInOrder } from './what-travels.js'
import type { AnyDb, Row } from './rows.js'

type Tables = Record<string, Row[]>

/** These are named by people, so that one word may stand for a group in one table and for a term in another. */
const namedByPeople = ['networks', 'schools', 'terms', 'themes', 'groups']
const atOnce = 400

/**
 * A copy is a world of its own: every row points at rows of the same copy, and none is, or points at, a row that is here.
 * Otherwise it could put somebody into a group of others, or words under their names.
 * @throws BadInput with a sentence that names the table and the column
 */
export async function checkPointers(
  db: AnyDb,
  engine: Engine,
  brought: Pick<Brought, 'tables' | 'texts'>,
  tables: Tables,
): Promise<void> {
  const { groups = [], networks = [] } = tables
  if (groups.length !== 1 || networks.length !== 1)
    throw new BadInput('The copy must hold exactly one group and its network.')
  for (const [table, called] of [
    ['groups', 'group'],
    ['networks', 'network'],
  ] as const)
    if (await anyHere(db, [table], idsOf(tables, table)))
      throw new BadInput(`This installation has the ${called} already. A copy is read into one that does not.`)
  pointWithin(tables, brought, await pointersOf(engine, brought.tables))
  await areNew(db, tables)
  await tellOfTheirOwn(db, tables)
}

function pointWithin(
  tables: Tables,
  { tables: tablesOfRooms, texts }: Pick<Brought, 'tables' | 'texts'>,
  pointers: Awaited<ReturnType<typeof pointersOf>>,
): void {
  const ids = new Map(tablesInOrder(tablesOfRooms).map(table => [table, new Set(idsOf(tables, table))]))
  for (const { table, column, to } of pointers)
    for (const row of tables[table] ?? [])
      if (row[column] != null && !ids.get(to)?.has(String(row[column]))) throw new BadInput(outside(table, column))
  for (const { table, by } of belongingsIn(tablesOfRooms))
    for (const row of tables[table] ?? []) if (row[by[0]] == null) throw new BadInput(outside(table, by[0]))
  const owners = ownersIn(texts, tables)
  for (const text of tables.texts ?? [])
    if (!owners.has(String(text.owner))) throw new BadInput(outside('texts', 'owner'))
}

function outside(table: string, column: string): string {
  return `The copy holds ${table} whose ${column} points at something that is not in it.`
}

/** What points from table to table, as the schema says it, and the one column that it does not say. */
async function pointersOf(
  engine: Engine,
  tablesOfRooms: Brought['tables'],
): Promise<{ table: string; column: string; to: string }[]> {
  const said = await engine.pointers(tablesInOrder(tablesOfRooms))
  return [...said, { table: 'memos', column: 'words_id', to: 'memo_words' }]
}

/** What the texts of a group belong to, as the rooms say it of each kind of text. */
export function ownersIn(texts: TextKind[], tables: Tables): Set<string> {
  return new Set(
    texts.flatMap(({ ownedBy }) =>
      ownedBy ? (tables[ownedBy.table] ?? []).map(row => ownedBy.owner?.(row) ?? String(row.id)) : [],
    ),
  )
}

async function areNew(db: AnyDb, tables: Tables): Promise<void> {
  const everywhere = await tablesWithIds(db)
  for (const table of Object.keys(tables)) {
    const among = namedByPeople.includes(table) ? [table] : everywhere
    if (await anyHere(db, among, idsOf(tables, table)))
      throw new BadInput(`The copy holds ${table} that are here already.`)
  }
}

/** What was said and done may be about something that stayed behind, and never about something that is here. */
async function tellOfTheirOwn(db: AnyDb, tables: Tables): Promise<void> {
  const own = new Set(Object.keys(tables).flatMap(table => idsOf(tables, table)))
  const everywhere = await tablesWithIds(db)
  for (const table of ['comments', 'facts', 'history']) {
    const named = (tables[table] ?? []).flatMap(row => String(row.about_id).split(/[^\w.-]/))
    const others = named.filter(id => !own.has(id))
    if (await anyHere(db, everywhere, others))
      throw new BadInput(`The copy holds ${table} whose about_id names something of this installation.`)
  }
}

function idsOf(tables: Tables, table: string): string[] {
  return (tables[table] ?? []).flatMap(row => (row.id == null ? [] : [String(row.id)]))
}

async function tablesWithIds(db: AnyDb): Promise<string[]> {
  const tables = await db.introspection.getTables()
  return tables.filter(one => one.columns.some(column => column.name === 'id')).map(one => one.name)
}

/** Whether any of the tables has a row with one of the ids. */
async function anyHere(db: AnyDb, tables: string[], ids: string[]): Promise<boolean> {
  const asked = [...new Set(ids)]
  for (let from = 0; from < asked.length; from += atOnce)
    for (const table of tables) {
      const some = asked.slice(from, from + atOnce)
      if (await db.selectFrom(table).select('id').where('id', 'in', some).limit(1).executeTakeFirst()) return true
    }
  return false
}
