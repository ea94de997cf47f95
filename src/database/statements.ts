import type Sqlite from 'better-sqlite3'
import type { QueryResult, UnknownRow } from 'kysely'

/** Pages ask some hundreds of questions in the same words each time; longer ones name many rows, and come once. */
const mostKept = 600
const longestKept = 6000

/** How the columns of an answer are called. */
export type Naming = (column: string) => string

/**
 * A question that was read once is not read again: SQLite spends a good part of a page on making its plan. Those that were not
 * asked for longest are forgotten, and all of them when tables change.
 */
export class KeptStatements {
  private readonly kept = new Map<string, Kept>()

  constructor(private readonly sqlite: Sqlite.Database) {}

  /** @param comesAgain whether it is known to come in the same words, however long they are */
  ask(sql: string, parameters: readonly unknown[], naming: Naming, comesAgain = false): QueryResult<UnknownRow> {
    const known = this.kept.get(sql)
    this.kept.delete(sql)
    const one = known ?? new Kept(this.sqlite.prepare(sql))
    if (comesAgain || isAskedAgain(sql)) this.keep(sql, one)
    else if (isOfTables(sql)) this.kept.clear()
    return one.ask(parameters, naming)
  }

  close(): void {
    this.kept.clear()
    this.sqlite.close()
  }

  get isInTransaction(): boolean {
    return this.sqlite.inTransaction
  }

  /** How many are kept now. */
  get size(): number {
    return this.kept.size
  }

  private keep(sql: string, statement: Kept): void {
    this.kept.set(sql, statement)
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!)
  }
}

type Named = (cells: unknown[]) => UnknownRow

/**
 * The driver’s own rows are slow to make and slow to read from, since each is a dictionary. Here a row comes as its cells, and is
 * made into an object by a function that knows all of its names, as if it had been written by hand.
 */
class Kept {
  private readonly named = new Map<Naming, Named>()
  private width = 0

  constructor(private readonly statement: Sqlite.Statement) {
    if (statement.reader) statement.raw(true)
  }

  ask(parameters: readonly unknown[], naming: Naming): QueryResult<UnknownRow> {
    if (!this.statement.reader) {
      const { changes, lastInsertRowid } = this.statement.run(parameters)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    }
    const rows = this.statement.all(parameters) as unknown[][]
    if (rows.length === 0) return { rows: [] }
    const named = this.namedBy(naming, rows[0]!.length)
    return { rows: rows.map(row => named(row)) }
  }

  /** @param width how many columns there are now: a table may have got another since */
  private namedBy(naming: Naming, width: number): Named {
    if (width !== this.width) this.named.clear()
    this.width = width
    const known = this.named.get(naming)
    if (known) return known
    const cells = this.statement.columns().map(({ name }, place) => `${JSON.stringify(naming(name))}: cells[${place}]`)
    // oxlint-disable-next-line typescript/no-implied-eval
    const made = new Function('cells', `return { ${cells.join(', ')} }`) as Named
    this.named.set(naming, made)
    return made
  }
}

function isAskedAgain(sql: string): boolean {
  return sql.length <= longestKept && /^\s*(?:select|with|insert|update|delete|begin|commit|rollback)\b/i.test(sql)
}

function isOfTables(sql: string): boolean {
  return /^\s*(?:create|alter|drop)\b/i.test(sql)
}
