import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Kysely, sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOne, type OpenDatabase, openDatabase } from '../../src/database.js'
import { migrationFiles, migrationsFolder } from '../../src/known-migrations.js'
import { migrate } from '../../src/migrate.js'
import { brought } from '../../src/rooms.js'
import { addressOf, dropDatabase, makeDatabase, postgresServer } from '../on-postgres.js'

// A workbench from before: acts upon accounts, what ends as a whole and keys that are taken over stand in tables of their own.

interface Migration {
  up(db: Kysely<unknown>): Promise<void>
}

const ours = '2026-12-01-4600-one-table-of-grave-acts'
const name = `carried_over_${process.pid}`
let house: OpenDatabase

beforeAll(async () => {
  if (postgresServer) makeDatabase(name)
  house = openDatabase(postgresServer ? addressOf(name) : join(mkdtempSync(join(tmpdir(), 'carried-')), 'w.db'))
  await bringUpToJustBefore(ours)
  await inOne(house.db, trx => enterWhatStood(trx.withoutPlugins() as unknown as Kysely<unknown>))
  expect(await migrate(house)).toContain(ours)
}, 120_000)

afterAll(async () => {
  await house.db.destroy()
  if (postgresServer) dropDatabase(name)
})

test('an act upon an account that was agreed to waits as long as was said', async () => {
  expect(await actWith('step')).toMatchObject({
    ...{ kind: 'second step taken off', ofId: 'sam', networkId: null, askedBy: 'alex', agreedBy: 'nia' },
    ...{ notBefore: '2026-12-02T10:00:00.000Z', ripeWhenRan: 0, stoppedAt: null, doneAt: null },
  })
  expect(await actWith('asked')).toMatchObject({ ofId: 'nia', agreedAt: null, notBefore: null, ripeWhenRan: null })
})

test('what was to end as a whole ends by the calendar and by the time that the workbench ran', async () => {
  expect(await actWith('group')).toMatchObject({
    ...{ kind: 'group erased', ofId: 'reading', networkId: 'hafren', because: 'It was a trial', agreedBy: 'nia' },
    ...{ notBefore: '2026-12-02T11:00:00.000Z', ripeWhenRan: 1000 + 86_400 },
  })
  expect(await actWith('network')).toMatchObject({ kind: 'network erased', ripeWhenRan: 1000 + 14 * 86_400 })
  expect(await actWith('account')).toMatchObject({ kind: 'account erased', choice: 'words go', stoppedBy: 'sam' })
})

test('whoever was told has been told, and what they read stays read', async () => {
  const told = await house.db.selectFrom('graveActsTold').selectAll().orderBy('personId').execute()
  expect(told).toEqual([
    { actId: 'group', personId: 'nia', seenAt: '2026-12-01T12:00:00.000Z' },
    { actId: 'group', personId: 'sam', seenAt: null },
  ])
})

test('a key that waits to be taken over waits for a day more; what is over is over, and its reason is gone', async () => {
  const waits = await actWith('key')
  expect(waits).toMatchObject({
    kind: 'key taken over',
    ofId: 'k1',
    networkId: 'hafren',
    because: 'It is lost',
    doneAt: null,
  })
  expect(Date.parse(waits.notBefore!)).toBeGreaterThan(Date.now() + 23 * 3_600_000)
  expect(waits.ripeWhenRan).toBe(5000 + 86_400)
  expect(await actWith('used')).toMatchObject({ because: '', doneAt: '2026-11-02T09:00:00.000Z' })
  expect(await actWith('refused')).toMatchObject({
    because: '',
    stoppedAt: '2026-11-02T09:00:00.000Z',
    stoppedBy: 'sam',
  })
})

test('what was written down of them before is read still', () => {
  const said = (kind: string, details: object) => {
    const { audit } = brought.facts[kind]!
    return typeof audit === 'function' ? audit(details as never) : audit
  }
  expect(said('end asked for', { of: 'group' })).toBe('asked that a whole group is erased')
  expect(said('end stopped', { of: 'network' })).toBe('stopped that a whole network is erased')
  expect(said('key asked for', { takeover: 'key' })).toContain('asked to take over a key')
  expect(said('takeover of a key agreed', {})).toContain('agreed')
  expect(said('grave act agreed', { act: 'step', what: 'second step taken off' })).toContain('second step taken off')
})

test('the tables that held them are gone', async () => {
  const tables = (await house.db.withoutPlugins().introspection.getTables()).map(one => one.name)
  for (const gone of ['endings', 'endings_told', 'key_takeovers', 'grave_acts_of_all'])
    expect(tables).not.toContain(gone)
})

function actWith(id: string) {
  return house.db.selectFrom('graveActs').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function bringUpToJustBefore(last: string): Promise<void> {
  const { db, engine } = house
  await engine.prepare()
  await sql`create table if not exists migrations (name text primary key, ran_at text not null)`.execute(db)
  for (const file of migrationFiles().filter(one => one < last))
    await inOne(db, async trx => {
      const { up } = (await import(pathToFileURL(join(migrationsFolder, file)).href)) as Migration
      await engine.deferPointers(trx as unknown as Transaction<unknown>)
      await up(trx.withoutPlugins() as unknown as Kysely<unknown>)
      await sql`insert into migrations (name, ran_at) values (${file.replace(/\.[jt]s$/, '')}, 'then')`.execute(trx)
    })
}

const day1 = '2026-12-01T10:00:00.000Z'
const asked = { asked_at: day1, asked_by: 'alex' }
const agreed = { agreed_at: day1, agreed_by: 'nia' }

async function enterWhatStood(db: Kysely<unknown>): Promise<void> {
  const into = await fillerOf(db)
  for (const id of ['alex', 'nia', 'sam']) await into('people', { id, name: id, email: `${id}@schools.example` })
  await into('networks', { id: 'hafren', name: 'Hafren', created_by: 'alex' })
  await into('schools', { id: 'weir', name: 'Weir Lane', network_id: 'hafren' })
  await into('groups', { id: 'reading', name: 'Reading by choice', network_id: 'hafren' })
  await into('pupil_keys', { id: 'k1', group_id: 'reading', school_id: 'weir', owner_id: 'sam', made_at: day1 })
  await into('upkeep', { name: 'seconds run', value: '5000' })

  const step = { kind: 'second step taken off', ...asked }
  await into('grave_acts', {
    id: 'step',
    person_id: 'sam',
    ...step,
    ...agreed,
    takes_effect_at: '2026-12-02T10:00:00.000Z',
  })
  await into('grave_acts', { id: 'asked', person_id: 'nia', ...step })

  const whole = { ...asked, ...agreed, ran: 1000, not_before: '2026-12-02T11:00:00.000Z', network_id: 'hafren' }
  await into('endings', { id: 'group', of: 'group', of_id: 'reading', because: 'It was a trial', ...whole })
  await into('endings', { id: 'network', of: 'network', of_id: 'hafren', ...whole })
  const stopped = { stopped_at: day1, stopped_by: 'sam' }
  await into('endings', {
    id: 'account',
    of: 'account',
    of_id: 'sam',
    choice: 'words go',
    ...whole,
    network_id: null,
    ...stopped,
  })
  await into('endings_told', { ending_id: 'group', person_id: 'sam' })
  await into('endings_told', { ending_id: 'group', person_id: 'nia', seen_at: '2026-12-01T12:00:00.000Z' })

  const over = '2026-11-02T09:00:00.000Z'
  const key = { key_id: 'k1', because: 'It is lost', ...asked }
  await into('key_takeovers', { id: 'key', ...key, ...agreed })
  await into('key_takeovers', { id: 'used', ...key, ...agreed, used_at: over })
  await into('key_takeovers', { id: 'refused', ...key, refused_at: over, refused_by: 'sam' })
}

/** Fills in what a column must have and a row does not say. */
async function fillerOf(db: Kysely<unknown>) {
  const tables = await db.introspection.getTables()
  return async (table: string, row: Record<string, unknown>): Promise<void> => {
    const needed = tables
      .find(one => one.name === table)!
      .columns.filter(one => !one.isNullable && !one.hasDefaultValue && !(one.name in row))
    const rest = needed.map(
      one => [one.name, /int/i.test(one.dataType) ? 0 : /_by$/.test(one.name) ? 'alex' : ''] as const,
    )
    await (db as Kysely<Record<string, Record<string, unknown>>>)
      .insertInto(table)
      .values({ ...Object.fromEntries(rest), ...row })
      .execute()
  }
}
