import type { Travels } from '../../room.js'

/**
 * How a group's own records belong to it: each table with the tables that its rows point into. A row goes along when what it
 * belongs to goes along.
 */
export interface Belonging {
  table: string
  /** The column by which a row belongs, and the table that it points into. */
  by: [column: string, table: string]
  /** Columns that point into a group's other records; a row whose target stays behind stays behind too. */
  also: Record<string, string>
  /** Which of its rows are the group's to take. */
  goes: (row: Record<string, unknown>) => boolean
}

/**
 * The tables of a group's own, so that those that are pointed into stand before those that point, and reading them back in
 * this order finds everything in its place.
 * @param tables of all rooms
 */
export function belongingsIn(tables: Record<string, Travels>): Belonging[] {
  const own = Object.entries(tables).flatMap(([table, travels]) =>
    typeof travels === 'object' && 'by' in travels
      ? [{ table, by: travels.by, also: travels.also ?? {}, goes: travels.goes ?? (() => true) }]
      : [],
  )
  const placed: Belonging[] = []
  const place = (one: Belonging) => {
    if (placed.includes(one)) return
    for (const target of [one.by[1], ...Object.values(one.also)]) {
      const before = own.find(other => other.table === (target === 'whole pieces' ? 'evidence' : target))
      if (before && before !== one) place(before)
    }
    placed.push(one)
  }
  own.forEach(place)
  return placed
}
