import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Kysely } from 'kysely'
import yauzl from 'yauzl'
import { z } from 'zod'
import { BadInput } from '../../errors.js'
import type { Store } from '../../files/store.js'
import type { House } from '../../house.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Brought } from '../../room.js'
import { belongingsIn } from './belonging.js'
import { keysOf, newest, type Row, type WholeGroup } from './gathering-all.js'

type AnyDb = Kysely<Record<string, Row>>

const Rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
const Whole = z.strictObject({
  what: z.literal('enquiry-workbench-group'),
  format: z.literal(1),
  schema: z.string(),
  takenAt: z.string(),
  groupId: z.string(),
  tables: z.record(z.string(), Rows),
  files: z.record(z.string().regex(/^[0-9a-f]{32}$/), z.string().regex(/^[0-9a-f]{64}$/)),
})

/** The largest list of records that is read; a group of thousands of pieces stays far below it. */
const mostBytes = 300 * 1024 * 1024

/** In the order in which they can be written: what is pointed at comes first. */
const inOrder = (tables: Brought['tables']) => [
  ...['people', 'networks', 'schools', 'school_refusals', 'terms', 'themes', 'groups', 'files'],
  ...belongingsIn(tables).map(one => one.table),
  ...['texts', 'text_versions'],
]

/**
 * Reads the copy of a whole group into an installation that does not have it. All of it comes in, or nothing does.
 * People come in as names without passwords; those in the group sign in by asking for a new password.
 * @throws BadInput with a sentence when the file is not such a copy, is damaged, comes from another version, or when some
 * of it is here already.
 */
export async function readBack(
  house: Pick<House, 'db' | 'sqlite' | 'store'>,
  tables: Brought['tables'],
  path: string,
): Promise<WholeGroup> {
  const { db, sqlite, store } = house
  const zip = await opened(path)
  const written: string[] = []
  try {
    const whole = await recordsIn(zip)
    const plain = db.withoutPlugins() as unknown as AnyDb
    await check(plain, inOrder(tables), whole)
    for (const [key, hash] of Object.entries(whole.files)) {
      await bringFile(zip, store, key, hash)
      written.push(key)
    }
    await db.transaction().execute(async trx => {
      sqlite.pragma('defer_foreign_keys = ON')
      await writeRows(trx.withoutPlugins() as unknown as AnyDb, inOrder(tables), whole)
      const dangling = sqlite.pragma('foreign_key_check') as unknown[]
      if (dangling.length > 0) throw new BadInput('Something that the copy points at is not in it, so nothing came in.')
    })
    return whole
  } catch (error) {
    for (const key of written) await store.remove(key)
    throw error
  } finally {
    zip.file.close()
  }
}

interface Opened {
  file: yauzl.ZipFile
  entries: Map<string, yauzl.Entry>
}

const isAName = /^(group\.json|READ ME\.md|files\/[0-9a-f]{32})$/

function opened(path: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const damaged = () => reject(new BadInput('This is not a whole copy of a group, or it is damaged.'))
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, file) => {
      if (error) return damaged()
      const entries = new Map<string, yauzl.Entry>()
      file.on('error', damaged)
      file.on('entry', (entry: yauzl.Entry) => {
        if (!isAName.test(entry.fileName) || entries.has(entry.fileName) || entries.size > 200_000) return damaged()
        entries.set(entry.fileName, entry)
        file.readEntry()
      })
      file.on('end', () => resolve({ file, entries }))
      file.readEntry()
    })
  })
}

function stream({ file, entries }: Opened, name: string, most: number): Promise<Readable> {
  const entry = entries.get(name)
  return new Promise((resolve, reject) => {
    if (!entry || entry.uncompressedSize > most)
      return reject(new BadInput(`The copy is not complete: ${name} is missing or too large.`))
    // yauzl stops with an error when more comes out than was announced.
    file.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
}

async function recordsIn(zip: Opened): Promise<WholeGroup> {
  let records: unknown
  try {
    records = JSON.parse(await text(await stream(zip, 'group.json', mostBytes)))
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput('This is not a whole copy of a group, or it is damaged.')
  }
  const reading = Whole.safeParse(records)
  if (!reading.success) throw new BadInput('This is not a whole copy of a group that this workbench can read.')
  return reading.data
}

/** Only known tables and columns, only this version, and nothing that is here already. */
async function check(db: AnyDb, order: string[], whole: WholeGroup): Promise<void> {
  const schema = await newest(db)
  if (whole.schema !== schema)
    throw new BadInput(
      `The copy was made by another version of the workbench (${whole.schema}; this one is at ${schema}). Bring both to the same version first.`,
    )
  const known = new Map(
    (await db.introspection.getTables()).map(one => [one.name, one.columns.map(({ name }) => name)]),
  )
  for (const [table, rows] of Object.entries(whole.tables)) {
    if (!order.includes(table)) throw new BadInput(`The copy holds ${table}, which is no part of a group.`)
    const columns = new Set(known.get(table))
    for (const row of rows)
      for (const column of Object.keys(row))
        if (!columns.has(column)) throw new BadInput(`The copy holds ${table} with an unknown ${column}.`)
  }
  if ((whole.tables.groups ?? []).length !== 1) throw new BadInput('The copy must hold exactly one group.')
  for (const table of ['groups', 'networks'])
    for (const row of whole.tables[table] ?? [])
      if (await db.selectFrom(table).select('id').where('id', '=', row.id!).executeTakeFirst())
        throw new BadInput(
          `This installation has the ${table === 'groups' ? 'group' : 'network'} already. A copy is read into one that does not.`,
        )
  for (const file of whole.tables.files ?? [])
    for (const key of keysOf(file))
      if (!whole.files[key]) throw new BadInput('The copy is not complete: a file has no place in it.')
}

async function bringFile(zip: Opened, store: Store, key: string, expected: string): Promise<void> {
  if ((await store.size(key)) !== undefined) throw new BadInput('A file of the copy is here already.')
  const source = await stream(zip, `files/${key}`, 400 * 1024 * 1024)
  const hash = createHash('sha256')
  await store.write(Readable.from(listenedTo(source, part => void hash.update(part))), key)
  if (hash.digest('hex') === expected) return
  await store.remove(key)
  throw new BadInput('A file of the copy is damaged, so nothing came in.')
}

async function* listenedTo(source: Readable, hear: (part: Buffer) => void): AsyncIterable<Buffer> {
  for await (const part of source as AsyncIterable<Buffer>) {
    hear(part)
    yield part
  }
}

async function writeRows(db: AnyDb, order: string[], whole: WholeGroup): Promise<void> {
  const { people = [], facts = [] } = whole.tables
  const fresh = {
    ...whole.tables,
    people: await withFreeAddresses(db, people),
    facts: await numberedOn(db, facts),
  }
  for (const table of order) {
    const rows = (fresh as Record<string, Row[] | undefined>)[table] ?? []
    for (let from = 0; from < rows.length; from += 100)
      await db
        .insertInto(table)
        .values(rows.slice(from, from + 100))
        .execute()
  }
  await giveRoles(db, whole)
}

/** Somebody with the same address works here already; the one who comes in keeps the name and has no address. */
async function withFreeAddresses(db: AnyDb, people: Row[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const person of people) {
    const taken = await db.selectFrom('people').select('id').where('email', '=', person.email!).executeTakeFirst()
    rows.push(taken ? { ...person, email: `${String(person.id)}@elsewhere.invalid` } : person)
  }
  return rows
}

/** Facts stand behind those that this installation has, in the order that they had. */
async function numberedOn(db: AnyDb, facts: Row[]): Promise<Row[]> {
  const last = await db
    .selectFrom('facts')
    .select(eb => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return facts.map(fact => ({ ...fact, number: Number(last?.number ?? 0) + Number(fact.number) }))
}

/** Those in the group work in its network again, each in the school that they joined from. */
async function giveRoles(db: AnyDb, { tables }: WholeGroup): Promise<void> {
  const networkId = tables.groups![0]!.network_id!
  const members = (tables.group_people ?? []).filter(row => row.left_at === null && row.role !== 'facilitator')
  for (const { person_id: personId, school_id: schoolId } of members)
    await db
      .insertInto('network_roles')
      .values({
        ...{ id: newId(), network_id: networkId, person_id: personId!, role: 'staff', school_id: schoolId! },
        ...{ theme_id: null, began_at: now(), began_by: personId!, ended_at: null, ended_by: null },
      })
      .execute()
}
