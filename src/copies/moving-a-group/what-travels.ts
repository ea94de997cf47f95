import type { TableMetadata } from 'kysely'
import type { Brought } from '../../room.js'
import { belongingsIn } from './belonging.js'
import type { AnyDb, Row } from './rows.js'

export interface Column {
  kind: 'text' | 'number' | 'whole number'
  /** Whether a row without it, or with nothing in it, cannot be. */
  required: boolean
}

/** Of people nothing else travels: the rest is rights, secrets, and what this installation decided about them. */
const onlyThese: Record<string, string[]> = { people: ['id', 'name', 'email', 'created_at'] }

/** Doors that they would open, and what is made anew where the copy is read. */
const neverTravel: Record<string, string[]> = {
  groups: ['join_code'],
  evidence: ['capture', 'agreed', 'reach', 'reach_until', 'counted_in'],
  files: ['width', 'height', 'small_as', 'middle_as', 'thumbnail_as'],
}

/** The tables of a whole copy, in the order in which they can be written: what is pointed at comes first. */
export const tablesInOrder = (tables: Brought['tables']) => [
  ...['people', 'networks', 'schools', 'school_refusals', 'terms', 'themes', 'groups', 'files'],
  ...belongingsIn(tables).map(one => one.table),
  ...['texts', 'text_versions'],
]

/** The columns of each table that go along with a group, and that come in with one: those of this version that may. */
export async function travelling(db: AnyDb, tables: Brought['tables']): Promise<Map<string, Map<string, Column>>> {
  const known = new Map((await db.introspection.getTables()).map(one => [one.name, one]))
  return new Map(tablesInOrder(tables).map(table => [table, columnsOf(known.get(table)!)]))
}

function columnsOf({ name: table, columns }: TableMetadata): Map<string, Column> {
  const goes = (column: string) => onlyThese[table]?.includes(column) ?? !(neverTravel[table] ?? []).includes(column)
  return new Map(
    columns
      .filter(({ name }) => goes(name))
      .map(({ name, dataType, isNullable, hasDefaultValue }) => [
        name,
        { kind: kindOf(dataType), required: !isNullable && !hasDefaultValue },
      ]),
  )
}

function kindOf(dataType: string): Column['kind'] {
  if (/int/i.test(dataType)) return 'whole number'
  return /real|double|numeric/i.test(dataType) ? 'number' : 'text'
}

/** Each row with only those of its columns that travel. */
export async function onlyWhatTravels(
  db: AnyDb,
  tablesOfRooms: Brought['tables'],
  tables: Record<string, Row[]>,
): Promise<Record<string, Row[]>> {
  const columns = await travelling(db, tablesOfRooms)
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map(row => Object.fromEntries(Object.entries(row).filter(([column]) => columns.get(table)!.has(column)))),
    ]),
  )
}
