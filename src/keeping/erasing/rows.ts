import { sql } from 'kysely'
import type { Trx } from '../../database.js'
import { eraseFile } from '../../files/erasing.js'
import type { Brought } from '../../room.js'
import { forgetInIndex } from '../../search/forgetting.js'
import { type Going, pointsThere, type Root, rowsThatGo } from './what-goes.js'

type Row = Record<string, unknown>

/** What erases a whole: the plan, and what it is of. */
export interface Erasing {
  all: Going[]
  root: Root
  id: string
  /** The tables that point at files, by their columns. */
  filePointers: { table: string; column: string }[]
  brought: Pick<Brought, 'erases' | 'searchables'>
}

const atOnce = 100
/** A piece is looked for in every room. */
const piecesAtOnce = 10

/** Empties what points into the whole and may be empty, of rows that stay and of those that go. */
export async function emptyPointers(trx: Trx, { all, root, id }: Erasing): Promise<void> {
  const plain = trx.withoutPlugins()
  for (const one of all)
    for (const at of one.emptied)
      await sql`update ${sql.table(one.table)} set ${sql.ref(at.column)} = null
        where ${pointsThere(all, at, root, id)}`.execute(plain)
}

/** Some rows of a table go, with the files, texts and places in the index that were theirs. @returns the files, and whether there were any rows */
export async function eraseRows(trx: Trx, erasing: Erasing, one: Going): Promise<{ files: string[]; more: boolean }> {
  const { all, root, id, brought } = erasing
  const plain = trx.withoutPlugins()
  const most = one.table === 'evidence' ? piecesAtOnce : atOnce
  const { rows } = await sql<Row>`select * from ${sql.table(one.table)}
    where ${rowsThatGo(all, one, root, id)} limit ${most}`.execute(plain)
  if (rows.length === 0) return { files: [], more: false }
  const ids = rows.flatMap(row => (typeof row.id === 'string' ? [row.id] : []))
  if (one.table === 'evidence')
    for (const piece of ids) for (const erase of brought.erases) await erase(trx, { id: piece })
  await eraseBeside(trx, one, rows, ids, brought)
  for (const row of rows)
    await sql`delete from ${sql.table(one.table)} where ${sql.join(
      one.keys.map(key => sql`${sql.ref(key)} = ${row[key]}`),
      sql` and `,
    )}`.execute(plain)
  const columns = erasing.filePointers.filter(pointer => pointer.table === one.table)
  const files = columns.flatMap(({ column }) => rows.flatMap(row => (row[column] ? [row[column] as string] : [])))
  return { files: await eraseUnused(trx, erasing, [...new Set(files)]), more: true }
}

async function eraseBeside(
  trx: Trx,
  one: Going,
  rows: Row[],
  ids: string[],
  { searchables }: Pick<Brought, 'searchables'>,
): Promise<void> {
  const owners = one.table === 'short_reports' ? rows.map(row => `${String(row.group_id)}~${String(row.term_id)}`) : ids
  const texts = await eraseTexts(trx, [...owners, ...ids])
  await forgetInIndex(trx, searchables, [...owners, ...ids, ...texts])
  if (ids.length === 0) return
  await forgetForms(trx, ids)
  if (one.table === 'evidence') await forgetCaptures(trx, ids)
}

/** Texts of an owner by its id, and those of an owner and somebody or something: `id~other`. */
export async function eraseTexts(trx: Trx, owners: string[]): Promise<string[]> {
  const erased: string[] = []
  for (const owner of new Set(owners)) {
    const rows = await trx
      .selectFrom('texts')
      .select('id')
      .where(eb =>
        eb.or([
          eb('owner', '=', owner),
          eb.and([eb('owner', '>=', `${owner}~`), eb('owner', '<', `${owner}~\u{ffff}`)]),
        ]),
      )
      .execute()
    const texts = rows.map(row => row.id)
    if (texts.length === 0) continue
    await trx.deleteFrom('textVersions').where('textId', 'in', texts).execute()
    await trx.deleteFrom('texts').where('id', 'in', texts).execute()
    erased.push(...texts)
  }
  return erased
}

/** Words of forms that were kept for somebody, at addresses of what goes. */
export async function forgetForms(trx: Trx, ids: string[]): Promise<void> {
  const some = new Set(ids)
  const rows = await trx.selectFrom('keptForms').select(['id', 'address']).execute()
  const gone = rows.filter(row => row.address.split(/[/?~]/).some(word => some.has(word))).map(row => row.id)
  if (gone.length > 0) await trx.deleteFrom('keptForms').where('id', 'in', gone).execute()
}

async function forgetCaptures(trx: Trx, pieces: string[]): Promise<void> {
  const rows = await trx
    .selectFrom('captures')
    .select(['personId', 'capture'])
    .where('evidenceId', 'in', pieces)
    .execute()
  for (const { personId, capture } of rows)
    for (const table of ['captureFiles', 'halfUploads', 'captures'] as const)
      await trx.deleteFrom(table).where('personId', '=', personId).where('capture', '=', capture).execute()
}

/** A file that nothing points at any more is erased; its bytes go after the commit. @returns those that are */
async function eraseUnused(trx: Trx, { filePointers }: Erasing, ids: string[]): Promise<string[]> {
  const plain = trx.withoutPlugins()
  const erased: string[] = []
  for (const id of ids) {
    let used = false
    for (const { table, column } of filePointers) {
      if (used || table === 'file_versions') continue
      const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id} limit 1`.execute(
        plain,
      )
      used = rows.length > 0
    }
    if (used) continue
    const file = await trx.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
    if (file) await eraseFile(trx, file)
    erased.push(id)
  }
  return erased
}
