import pg from 'pg'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type QueryCompiler,
  sql,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import { CamelCaseColumns } from './columns.js'
import { type AtOneMoment, byTable, type Engine, isAway } from './engine.js'
import { Leading, looksAgainAfter, telling } from './postgres-leading.js'
import { keepingPlans } from './postgres-plans.js'
import { keepsSessions, sharesSessions } from './postgres-sessions.js'
import { HousePostgresCompiler } from './postgres-words.js'
import { Turns } from './turns.js'

/** The number of the lock that a deed holds: any, as long as no other program takes the same in this database. */
const deedsLock = 20_260_901
const migratingLock = 20_260_903
/** For so long, in milliseconds, a version is taken to run after it said so last. */
const versionCounts = 300_000

/** Sums and counts are numbers, and JSON is read where it is wanted. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)
types.setTypeParser(pg.types.builtins.JSONB, text => text)

/** Opens a PostgreSQL database by its address; nothing is asked of it before the first question. */
export function openPostgres<Tables>(address: string): {
  db: Kysely<Tables>
  engine: PostgresEngine
  turns: Turns
  atOneMoment: AtOneMoment<Tables>
} {
  const pool = new pg.Pool({
    connectionString: address,
    max: 16,
    types,
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 60_000,
    application_name: 'Enquiry Workbench',
  })
  // A connection that breaks while nobody uses it is no reason to end: the next question opens another.
  pool.on('error', () => undefined)
  // One that breaks while it is used, between two questions, says so to whoever asks the next.
  pool.on('connect', client => client.on('error', () => undefined))
  const turns = new Turns(true)
  const db = new Kysely<Tables>({ dialect: new HousePostgres(pool, turns), plugins: [new CamelCaseColumns()] })
  const atOneMoment: AtOneMoment<Tables> = reading =>
    db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(reading)
  return { db, engine: new PostgresEngine(db as Kysely<unknown>, address), turns, atOneMoment }
}

class HousePostgres extends PostgresDialect {
  constructor(
    private readonly pool: pg.Pool,
    private readonly turns: Turns,
  ) {
    super({ pool })
  }

  override createDriver(): Driver {
    return new DeedsInTurns(this.pool, this.turns)
  }

  override createQueryCompiler(): QueryCompiler {
    return new HousePostgresCompiler()
  }
}

/**
 * Deeds take turns, whichever instance they are done in, as they do on one machine: whoever reads the last number and writes the
 * next, or looks before they write, is right on both engines. Reading waits for nobody. Within an instance a deed waits before it
 * takes a connection (`inOne`), so that those that wait leave the others for the pages.
 */
class DeedsInTurns extends PostgresDriver {
  constructor(
    pool: pg.Pool,
    private readonly turns: Turns,
  ) {
    super({ pool })
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.turns.refuseWithin()
    return keepingPlans(await super.acquireConnection())
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await super.beginTransaction(connection, settings)
    if (settings.accessMode === 'read only') return
    await connection.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${deedsLock})`))
  }
}

/** A server of its own, which several instances may share. */
export class PostgresEngine implements Engine {
  readonly kind = 'postgres'

  private readonly leading: Leading

  constructor(
    private readonly db: Kysely<unknown>,
    private readonly address: string,
  ) {
    this.leading = new Leading(address)
  }

  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: this.address, connectionTimeoutMillis: 10_000 })
    client.on('error', () => undefined)
    let keeps: boolean
    try {
      await client.connect()
      keeps = await keepsSessions(client, this.address)
    } catch (error) {
      await client.end().catch(() => undefined)
      throw new Error(whyNotIn(error, this.address), { cause: error })
    }
    try {
      if (!keeps) throw new Error(sharesSessions)
      await client.query(`select pg_advisory_lock(${migratingLock})`)
      return await work()
    } finally {
      await client.end()
    }
  }

  async prepare(): Promise<void> {
    const { rows } = await sql<{ collation: string; encoding: string }>`select datcollate as collation,
      pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`.execute(this.db)
    const { collation = '', encoding = '' } = rows[0] ?? {}
    if (encoding !== 'UTF8' || !/^C(?:\.|$)/.test(collation))
      throw new Error(
        `The PostgreSQL database sorts by “${collation}” in ${encoding}, and the workbench needs C.UTF-8, as SQLite sorts. Make one with: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME`,
      )
    await this.say(`
      create or replace function group_concat_next(so_far text, one text) returns text language sql immutable as
        $$ select case when so_far is null then one when one is null then so_far else so_far || ',' || one end $$;
      do $$ begin
        create aggregate group_concat(text) (sfunc = group_concat_next, stype = text);
      exception when duplicate_function then null; end $$;
      create or replace function json_group_next(so_far jsonb, one jsonb) returns jsonb language sql immutable as
        $$ select so_far || jsonb_build_array(one) $$;
      do $$ begin
        create aggregate json_group_array(jsonb) (sfunc = json_group_next, stype = jsonb, initcond = '[]');
      exception when duplicate_function then null; end $$;
      create or replace function substr(words text, start bigint, length bigint) returns text language sql immutable as
        $$ select substr(words, start::int, length::int) $$;
      create or replace function only_grows() returns trigger language plpgsql as
        $$ begin raise exception 'the % only grows', tg_table_name; end $$`)
  }

  async guard(tables: readonly string[]): Promise<void> {
    for (const table of tables)
      await this.say(`create or replace trigger ${table}_only_grows before update or delete or truncate on ${table}
        for each statement execute function only_grows()`)
  }

  async lifted(trx: Transaction<unknown>, tables: readonly string[], work: () => Promise<void>): Promise<void> {
    const turn = (way: 'disable' | 'enable', table: string) =>
      sql`${sql.raw(`alter table ${table} ${way} trigger ${table}_only_grows`)}`.execute(trx)
    for (const table of tables) await turn('disable', table)
    await work()
    for (const table of tables) await turn('enable', table)
  }

  /** That of a server is made with `npm run backup` before an upgrade; a migration that fails changes nothing here either. */
  copyBefore(): Promise<void> {
    return Promise.resolve()
  }

  forgetCopies(): Promise<void> {
    return Promise.resolve()
  }

  async deferPointers(trx: Transaction<unknown>): Promise<void> {
    await sql`set constraints all deferred`.execute(trx)
  }

  async dangling(trx: Transaction<unknown>): Promise<number> {
    await sql`set constraints all immediate`.execute(trx)
    return 0
  }

  async pointers(tables: string[]): Promise<{ table: string; column: string; to: string }[]> {
    const { rows } = await sql<{ table: string; column: string; to: string }>`select held.relname as "table",
        columns.attname as "column", meant.relname as "to"
      from pg_constraint as constraints join pg_class as held on held.oid = constraints.conrelid
      join pg_class as meant on meant.oid = constraints.confrelid
      join pg_attribute as columns on columns.attrelid = held.oid and columns.attnum = constraints.conkey[1]
      where constraints.contype = 'f' and held.relname = any(${tables})`.execute(this.db)
    return rows
  }

  async keys(): Promise<Map<string, string[]>> {
    const { rows } = await sql<{
      table: string
      column: string
    }>`select held.relname as "table", columns.attname as "column"
      from pg_constraint as constraints join pg_class as held on held.oid = constraints.conrelid
      cross join unnest(constraints.conkey) with ordinality as parts(number, place)
      join pg_attribute as columns on columns.attrelid = held.oid and columns.attnum = parts.number
      where constraints.contype = 'p' order by held.relname, parts.place`.execute(this.db)
    return byTable(rows)
  }

  /** A server tidies its other files (autovacuum); its own log and archive are in the hands of whoever runs it (docs/RUNNING.md). */
  async writeAnew(of?: { db: Kysely<unknown>; tables: string[] }): Promise<void> {
    for (const table of of?.tables ?? []) await sql`vacuum (full) ${sql.table(table)}`.execute(of!.db)
  }

  bytesToWrite(): number {
    return 0
  }

  forgetErased(): Promise<void> {
    return Promise.resolve()
  }

  async runsAs(version: string): Promise<void> {
    const before = await this.newestVersion()
    this.leading.unless(() => this.newerRuns(version))
    if (!isNewer(version, before?.version ?? '0')) return
    await this.noteVersion(version)
    // An older one that leads has noticed by then.
    if (before) await new Promise(resolve => setTimeout(resolve, 2 * looksAgainAfter))
  }

  /** A newer one that was not heard of for minutes runs no more: whoever went back to an older version is not left without. */
  private async newerRuns(version: string): Promise<boolean> {
    const newest = await this.newestVersion()
    const age = Date.now() - (newest?.at ?? 0)
    if (newest && isNewer(newest.version, version) && age < versionCounts) return true
    if (newest?.version !== version || age > versionCounts / 5) await this.noteVersion(version)
    return false
  }

  private async newestVersion(): Promise<{ version: string; at: number } | undefined> {
    const { rows } = await sql<{ value: string }>`select value from upkeep where name = 'version'`.execute(this.db)
    const [version, at] = rows[0]?.value.split(' ') ?? []
    return version === undefined ? undefined : { version, at: Date.parse(at ?? '') || 0 }
  }

  private async noteVersion(version: string): Promise<void> {
    const value = `${version} ${new Date().toISOString()}`
    await sql`insert into upkeep (name, value) values ('version', ${value})
      on conflict (name) do update set value = excluded.value`.execute(this.db)
  }

  leads(): Promise<boolean> {
    return this.leading.isOurs()
  }

  tellLeader(): Promise<void> {
    return this.say(telling)
  }

  hearTold(then: () => void): void {
    this.leading.hear(then)
  }

  rest(): Promise<void> {
    return this.leading.rest()
  }

  quickly(work: () => Promise<void>): Promise<void> {
    return work()
  }

  private async say(statements: string): Promise<void> {
    await sql.raw(statements).execute(this.db)
  }
}

/** What keeps a start out, in a sentence that tells no password. Codes: PostgreSQL 15, Appendix A. */
function whyNotIn(error: unknown, address: string): string {
  const { host, user, database } = new pg.Client({ connectionString: address })
  const { code, message } = error as { code?: string; message: string }
  if (code === '3D000')
    return `The PostgreSQL server at ${host} has no database “${database}”. Make it with: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 ${database}`
  if (code === '28P01' || code === '28000')
    return `The PostgreSQL server at ${host} does not let “${user}” in (${message}). Look at the name and the password in its address.`
  if (isAway(error))
    return `The PostgreSQL server at ${host} cannot be reached (${message}). Start it, or look at its address.`
  return `The PostgreSQL server at ${host} could not be opened: ${message}`
}

/** By figures: 0.10.0 is newer than 0.9.2. */
export function isNewer(one: string, other: string): boolean {
  const figures = (version: string) => version.split('.').map(part => parseInt(part, 10) || 0)
  const others = figures(other)
  const differing = figures(one).map((figure, at) => figure - (others[at] ?? 0))
  return (differing.find(difference => difference !== 0) ?? 0) > 0
}
