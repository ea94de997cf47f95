import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { Place } from './places.js'

/** A row as it stands in the database, its columns by their own names. */
export type Row = Record<string, unknown>

const groupColumn = 'group_of_the_row'

/** Some rows of a place, those after the given key in their order. @param networkId whose; left out, everybody's */
export async function rowsAfter(
  db: Db,
  { table, key, words, people, within, group }: Place,
  networkId: string,
  after: unknown[] | null,
  most: number,
): Promise<Row[]> {
  const columns = [...new Set([...key, ...words, ...people, ...alsoOf(table)])]
  const conditions = [
    ...(within ? [within(networkId)] : []),
    ...(after ? [sql<boolean>`(${refs(key)}) > (${sql.join(after)})`] : []),
  ]
  const { rows } = await sql<Row>`select ${refs(columns)}, ${group ?? sql`null`} as ${sql.ref(groupColumn)}
    from ${sql.table(table)} as ${sql.ref('row')}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    order by ${refs(key)} limit ${most}`.execute(db.withoutPlugins())
  return rows
}

/** The row with this key, as it stands now. */
export async function rowAt(db: Db, { table, key, words, group }: Place, rowKey: string): Promise<Row | undefined> {
  const columns = [...new Set([...key, ...words])]
  const { rows } = await sql<Row>`select ${refs(columns)}, ${group ?? sql`null`} as ${sql.ref(groupColumn)}
    from ${sql.table(table)} as ${sql.ref('row')} where ${isRow(key, rowKey, 'row.')}`.execute(db.withoutPlugins())
  return rows[0]
}

/** Writes other words into a row. */
export async function writeWords(
  db: Db,
  { table, key }: Pick<Place, 'table' | 'key'>,
  rowKey: string,
  words: Record<string, string>,
): Promise<void> {
  const set = Object.entries(words).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  if (set.length === 0) return
  await sql`update ${sql.table(table)} set ${sql.join(set)} where ${isRow(key, rowKey, '')}`.execute(
    db.withoutPlugins(),
  )
}

export function groupOfRow(row: Row): string | null {
  return (row[groupColumn] as string | null) ?? null
}

export function keyOfRow(key: string[], row: Row): string {
  return JSON.stringify(key.map(column => row[column]))
}

function isRow(key: string[], rowKey: string, as: string) {
  const values = JSON.parse(rowKey) as unknown[]
  return sql<boolean>`${sql.join(
    key.map((column, place) => sql`${sql.ref(`${as}${column}`)} = ${values[place]}`),
    sql` and `,
  )}`
}

function refs(columns: string[]) {
  return sql.join(columns.map(column => sql`${sql.ref(column)}`))
}

/** What tells which piece or file a row is of, or whose it is where its table does not say. */
const also: Record<string, string[]> = {
  texts: ['kind', 'owner'],
  text_versions: ['text_id'],
  submissions: ['of_kind', 'of_id'],
  evidence_files: ['evidence_id', 'file_id'],
  file_versions: ['file_id'],
}
const ofAPiece = ['consents', 'readable_texts', 'passages', 'differences', 'piece_requests', 'file_readings']

function alsoOf(table: string): string[] {
  return [...(also[table] ?? []), ...(ofAPiece.includes(table) ? ['evidence_id'] : [])]
}
