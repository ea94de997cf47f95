import { type Kysely, PostgresAdapter, type Transaction } from 'kysely'

type Asked = Pick<Kysely<unknown>, 'getExecutor'>

/**
 * What SQLite and PostgreSQL do each in their own way. Everything else is asked of both in the same words: what differs in how
 * a question is put, its compiler knows.
 */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  /** While one instance does this, another that would do the same waits: bringing the schema up to date. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
  /** What migrations and pages take for granted, before the first migration runs. */
  prepare(): Promise<void>
  /** Nothing that people did may be rewritten: these tables only grow. */
  guard(tables: readonly string[]): Promise<void>
  /**
   * Within a transaction: words go out of tables that only grow, since what they were about is erased for good. Who did what and
   * when stays. To whoever else asks, the tables only grow all the while.
   */
  lifted(trx: Transaction<unknown>, tables: readonly string[], work: () => Promise<void>): Promise<void>
  /** A copy of what is there, before a migration changes it, where that can be made from here. */
  copyBefore(migration: string): Promise<void>
  /** Those copies that were made before a moment go: they hold what is erased since, and nobody goes back that far. */
  forgetCopies(madeBefore: Date): Promise<void>
  /** Within a transaction: what points at something may be written before it. */
  deferPointers(trx: Transaction<unknown>): Promise<void>
  /** How many rows point at something that is not there; what was deferred is looked at now. @throws where the engine itself refuses */
  dangling(trx: Transaction<unknown>): Promise<number>
  /** What the columns of these tables point at. */
  pointers(tables: string[]): Promise<{ table: string; column: string; to: string }[]>
  /** The columns by which the rows of each table are told apart. */
  keys(): Promise<Map<string, string[]>>
  /** What was erased is to be gone from the engine’s own files too, as far as that is in its hands. */
  forgetErased(): Promise<void>
  /**
   * The same for copies of rows that the engine moved within its file before they were erased: the file is written anew, and what
   * was copied before an upgrade goes. Everybody waits meanwhile, a second for each 100 MB or so.
   * @param of the tables that were changed: a server writes these anew, and nothing where none are named
   */
  writeAnew(of?: { db: Kysely<unknown>; tables: string[] }): Promise<void>
  /** How many bytes that would be; 0 where it is not in our hands. */
  bytesToWrite(): number
  /**
   * Whether this instance is the one that does what one of them does for all: follows facts, posts letters, tidies. It is the only
   * one, or was asked first; where the first is gone, the next that asks is it.
   */
  leads(): Promise<boolean>
  /**
   * While a version is exchanged for a newer one, instances of both run: from now on none of an older version than this leads, since
   * it would not know what follows from the deeds of the newer.
   */
  runsAs(version: string): Promise<void>
  /** Tells whichever instance leads that something is there to be done. */
  tellLeader(): Promise<void>
  /** Hears, while this instance leads, that something is there to be done. */
  hearTold(then: () => void): void
  /** Before the database is closed. */
  rest(): Promise<void>
  /** Without waiting for the disk at each commit; for what can be made again. */
  quickly(work: () => Promise<void>): Promise<void>
}

/** How an engine shows one state of its database to whoever reads. */
export type AtOneMoment<Tables> = <Result>(reading: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>

/** Which engine a question goes to, also within a transaction. */
export function speaks(db: Asked): Engine['kind'] {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

/**
 * What a server, or the way to it, says when nobody is there for the moment: it is started anew, or cannot be reached, or has more
 * to do than it takes on. Codes: PostgreSQL 15, Appendix A, classes 08, 53, 57; the others are Node’s.
 */
export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: string }
  return (
    /^(?:08\d{3}|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(String(code)) ||
    /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      message,
    )
  )
}

export function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:/.test(address)
}

export function byTable(rows: { table: string; column: string }[]): Map<string, string[]> {
  const columns = new Map<string, string[]>()
  for (const { table, column } of rows) columns.set(table, [...(columns.get(table) ?? []), column])
  return columns
}

/** Of a file its lock tells (lock.ts). @throws a sentence while an instance runs on the server’s database */
export async function refuseWhileRunning({ engine }: { engine: Engine }): Promise<void> {
  // Asked alone, a server that is not there says so in a sentence.
  if (!(await engine.alone(() => engine.leads())))
    throw new Error(
      'A workbench is running on that database. Stop every instance of it first, and start them again afterwards.',
    )
}
