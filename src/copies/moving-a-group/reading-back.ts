import type { Transaction } from 'kysely'
import { inOne } from '../../database.js'
import type { Engine } from '../../database/engine.js'
import { BadInput } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { renewReach } from '../../reach/renewing.js'
import type { Brought } from '../../room.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { takesPart } from '../../people/roles/roles.js'
import '../facts.js'
import { bringFiles, checkFiles } from './bringing-files.js'
import { checkPointers } from './checking-pointers.js'
import { checkRows } from './checking-rows.js'
import { tablesInOrder, travelling } from './what-travels.js'
import { newest } from './gathering-all.js'
import type { AnyDb, Row, WholeGroup } from './rows.js'
import { openCopy, recordsIn } from './unpacking.js'

/**
 * Reads the copy of a whole group into an installation that does not have it. All of it comes in, or nothing does. The
 * copy may have been made by anybody, so every row and every byte of it is checked first.
 * People come in as names without passwords; those in the group sign in by asking for a new password.
 * @throws BadInput with a sentence when the file is not such a copy, is damaged, comes from another version, holds what no
 * copy may hold, or when some of it is here already; DiskFull
 */
export async function readBack(
  house: Pick<House, 'db' | 'engine' | 'store'>,
  brought: Pick<Brought, 'tables' | 'texts'>,
  path: string,
): Promise<WholeGroup> {
  const { db, engine, store } = house
  const copy = await openCopy(path)
  const kept: string[] = []
  try {
    const whole = await recordsIn(copy)
    await check(db.withoutPlugins() as unknown as AnyDb, engine, brought, whole)
    await checkFiles(copy, store, whole)
    const tables = { ...whole.tables, files: await bringFiles(copy, store, whole, kept) }
    await inOne(db, async trx => {
      await engine.deferPointers(trx as unknown as Transaction<unknown>)
      await writeRows(trx.withoutPlugins() as unknown as AnyDb, brought.tables, tables)
      await renewReach(
        trx,
        (whole.tables.evidence ?? []).map(row => String(row.id)),
      )
      const [group] = whole.tables.groups!
      const deed = { networkId: String(group!.network_id), aboutKind: 'group', aboutId: String(group!.id) }
      await record(trx, { kind: 'group brought in', by: null, ...deed })
      if ((await engine.dangling(trx as unknown as Transaction<unknown>)) > 0)
        throw new BadInput('Something that the copy points at is not in it, so nothing came in.')
    })
    return { ...whole, tables }
  } catch (error) {
    for (const key of kept) await store.remove(key)
    throw isDoubled(error) ? new BadInput('The copy does not hold together: two of its records are the same.') : error
  } finally {
    copy.close()
  }
}

function isDoubled(error: unknown): boolean {
  return /^(?:SQLITE_CONSTRAINT|23)/.test(String((error as { code?: unknown }).code))
}

/** Only this version, only what travels, and nothing that is here already. */
async function check(
  db: AnyDb,
  engine: Engine,
  brought: Pick<Brought, 'tables' | 'texts'>,
  whole: WholeGroup,
): Promise<void> {
  const schema = await newest(db)
  if (whole.schema !== schema)
    throw new BadInput(
      `The copy was made by another version of the workbench (${whole.schema}; this one is at ${schema}). Bring both to the same version first.`,
    )
  checkRows(whole.tables, await travelling(db, brought.tables))
  await checkPointers(db, engine, brought, whole.tables)
}

async function writeRows(db: AnyDb, tablesOfRooms: Brought['tables'], tables: Record<string, Row[]>): Promise<void> {
  const fresh: Record<string, Row[]> = {
    ...tables,
    people: await withFreeAddresses(db, tables),
    facts: await numberedOn(db, tables.facts ?? []),
    // The one of the installation that it comes from may be known to anybody.
    groups: tables.groups!.map(group => ({ ...group, join_code: newId(20) })),
  }
  for (const table of tablesInOrder(tablesOfRooms)) {
    const rows = fresh[table] ?? []
    for (let from = 0; from < rows.length; from += 100)
      await db
        .insertInto(table)
        .values(rows.slice(from, from + 100))
        .execute()
  }
  await giveRoles(db, tables)
}

/**
 * Only those in the group can sign in. When somebody with the same address works here already, the one who comes in
 * keeps the name and has no address.
 */
async function withFreeAddresses(db: AnyDb, tables: Record<string, Row[]>): Promise<Row[]> {
  const members = new Set(membersIn(tables).map(row => row.person_id))
  const rows: Row[] = []
  for (const person of tables.people ?? []) {
    const taken = await db.selectFrom('people').select('id').where('email', '=', person.email!).executeTakeFirst()
    rows.push(
      taken || !members.has(person.id) ? { ...person, email: `${String(person.id)}@elsewhere.invalid` } : person,
    )
  }
  return rows
}

/** Facts stand behind those that this installation has, in the order that they had. */
async function numberedOn(db: AnyDb, facts: Row[]): Promise<Row[]> {
  const last = await db
    .selectFrom('facts')
    .select(eb => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return facts.map(fact => ({
    ...fact,
    number: Number(last?.number ?? 0) + Number(fact.number),
    brought_at: now(),
  }))
}

function membersIn(tables: Record<string, Row[]>): Row[] {
  return (tables.group_people ?? []).filter(row => row.left_at == null)
}

/** Those in the group work in its network again, each in the school that they joined from; the copy gives no other role. */
async function giveRoles(db: AnyDb, tables: Record<string, Row[]>): Promise<void> {
  const networkId = tables.networks![0]!.id!
  const members = new Map(
    membersIn(tables)
      .filter(row => takesPart({ role: String(row.role) }))
      .map(row => [row.person_id!, row.school_id!]),
  )
  for (const [personId, schoolId] of members)
    await db
      .insertInto('network_roles')
      .values({
        id: newId(),
        network_id: networkId,
        person_id: personId,
        role: 'staff',
        school_id: schoolId,
        theme_id: null,
        began_at: now(),
        began_by: personId,
        ended_at: null,
        ended_by: null,
      })
      .execute()
}
