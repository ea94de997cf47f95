import { sql, type RawBuilder } from 'kysely'
import type { Engine } from '../../database/engine.js'
import type { Db } from '../../database.js'
import type { Brought } from '../../room.js'

/** What ends as a whole, by the table in which its one row stands; that row stays, without a word. */
export type Root = 'groups' | 'networks'

interface Pointer {
  table: string
  column: string
  to: string
}

/** A table of which rows go, and the columns by which they belong to what goes. */
export interface Going {
  table: string
  keys: string[]
  by: { column: string; to: string }[]
  /** Columns that may be empty, and point into what goes. */
  emptied: { column: string; to: string }[]
  /** What of it stays, as a condition on its rows. */
  but?: string
}

/** What the schema does not say of columns that name something. */
const unsaid: Pointer[] = [
  { table: 'submissions', column: 'of_id', to: 'write_ups' },
  { table: 'submissions', column: 'of_id', to: 'termly_reports' },
  { table: 'moderation_pieces', column: 'evidence_id', to: 'evidence' },
  { table: 'invitations', column: 'group_id', to: 'groups' },
]

/** They may be empty, and would open more than they did. */
const goAlong = new Set([
  'calendar_feeds.group_id',
  'calendar_feeds.network_id',
  'dossier_links.group_id',
  'keeping_rounds.group_id',
  'keeping_holds.group_id',
  ...unsaid.map(({ table, column }) => `${table}.${column}`),
])

/** Who did what and when stays, blanked of words (rewriting.ts); people have accounts of their own; files go by their bytes. */
const always = [
  'people',
  'facts',
  'fact_outbox',
  'fact_retries',
  'history',
  'audit',
  'coding_acts',
  'coding_changes',
  'files',
  'file_versions',
  'grave_acts',
  'grave_acts_told',
]

/** A published work stays, with the numbers of what it cites and the names under which it is read. */
const published: Record<string, string> = {
  write_ups: `id not in (select of_id from editions where of_kind = 'write-up')`,
  evidence: `id not in (select evidence_id from edition_evidence)`,
  enquiries: `id not in (select enquiry_id from write_ups where id in (select of_id from editions where of_kind = 'write-up'))
    and id not in (select enquiry_id from evidence where id in (select evidence_id from edition_evidence))`,
  evidence_schools: `evidence_id not in (select evidence_id from edition_evidence)`,
  pseudonyms: `group_id not in (select group_id from write_ups where id in (select of_id from editions where of_kind = 'write-up'))`,
}
const staysWithEditions = ['edition_evidence', 'editions', 'edition_schools']

/**
 * Whatever belongs to a group or a network, found by what points at what: a row that cannot be without what goes, goes too; one
 * that can stays, and its pointer is emptied. What is pointed at comes last.
 */
export async function whatGoes(
  engine: Pick<Engine, 'pointers' | 'keys'>,
  db: Db,
  { tables }: Pick<Brought, 'tables'>,
  root: Root,
): Promise<Going[]> {
  const known = await db.withoutPlugins().introspection.getTables()
  const names = known.map(one => one.name).filter(name => !always.includes(name))
  const stays = root === 'groups' ? [...staysWithEditions, 'networks'] : ['groups']
  const pointers = [...(await engine.pointers(names)), ...unsaid].filter(
    ({ table, to }) => !stays.includes(table) && to !== 'captures' && table !== 'captures' && table !== root,
  )
  const keys = await engine.keys()
  const isNeeded = (pointer: Pointer) => {
    const column = known.find(one => one.name === pointer.table)?.columns.find(one => one.name === pointer.column)
    return column?.isNullable === false || (keys.get(pointer.table) ?? []).includes(pointer.column)
  }
  const going = new Map<string, Going>()
  const reach = (to: string) => {
    for (const pointer of pointers.filter(one => one.to === to)) {
      const goes = isNeeded(pointer) || goAlong.has(`${pointer.table}.${pointer.column}`) || belongs(tables, pointer)
      const entry = going.get(pointer.table) ?? {
        table: pointer.table,
        keys: keys.get(pointer.table) ?? [],
        by: [],
        emptied: [],
      }
      const list = goes ? entry.by : entry.emptied
      if (!list.some(one => one.column === pointer.column && one.to === to)) list.push({ column: pointer.column, to })
      const isNew = goes && !seen.has(pointer.table)
      going.set(pointer.table, entry)
      if (isNew) {
        seen.add(pointer.table)
        reach(pointer.table)
      }
    }
  }
  const seen = new Set<string>()
  reach(root)
  for (const [table, but] of Object.entries(published))
    if (root === 'groups' && going.has(table)) going.get(table)!.but = but
  return inOrder([...going.values()])
}

function belongs(tables: Brought['tables'], { table, column, to }: Pointer): boolean {
  const travels = tables[table]
  return typeof travels === 'object' && 'by' in travels && travels.by[0] === column && travels.by[1] === to
}

/** Those that point stand before those that are pointed at. */
function inOrder(all: Going[]): Going[] {
  const placed: Going[] = []
  const under = new Set<string>()
  const place = (one: Going) => {
    if (placed.includes(one) || under.has(one.table)) return
    under.add(one.table)
    for (const other of all) if (other !== one && other.by.some(({ to }) => to === one.table)) place(other)
    under.delete(one.table)
    placed.push(one)
  }
  all.forEach(place)
  return placed
}

/** The rows of a table that go, as a condition. */
export function rowsThatGo(all: Going[], one: Going, root: Root, id: string): RawBuilder<boolean> {
  const but = one.but ? ` and ${one.but}` : ''
  return sql<boolean>`(${eitherOf(all, one.by, root, id)})${sql.raw(but)}`
}

/** Whether a column points into what goes. */
export function pointsThere(
  all: Going[],
  at: { column: string; to: string },
  root: Root,
  id: string,
): RawBuilder<boolean> {
  return eitherOf(all, [at], root, id)
}

function eitherOf(all: Going[], by: Going['by'], root: Root, id: string): RawBuilder<boolean> {
  const conditions = by.map(({ column, to }) => {
    if (to === root) return sql<boolean>`${sql.ref(column)} = ${id}`
    const parent = all.find(one => one.table === to)!
    // By the nearest way: whatever belongs there belongs to the same whole.
    const way = parent.by.filter(one => one.to !== to)
    return sql<boolean>`${sql.ref(column)} in (select id from ${sql.table(to)} where ${eitherOf(all, nearest(all, way, root), root, id)})`
  })
  return conditions.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`${sql.join(conditions, sql` or `)}`
}

/** Of a table that belongs by several columns, the ones that lead there soonest. */
function nearest(all: Going[], by: Going['by'], root: Root): Going['by'] {
  const far = (to: string, beneath: string[] = []): number => {
    if (to === root) return 0
    if (beneath.includes(to)) return 99
    const parent = all.find(one => one.table === to)
    return 1 + Math.min(98, ...(parent?.by ?? []).map(one => far(one.to, [...beneath, to])))
  }
  const least = Math.min(...by.map(one => far(one.to)))
  return by.filter(one => far(one.to) === least)
}
