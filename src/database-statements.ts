import type Sqlite from 'better-sqlite3'

/** Pages ask some hundreds of questions in the same words each time; longer ones name many rows, and come once. */
const mostKept = 600
const longestKept = 6000

/**
 * A question that was read once is not read again: SQLite spends a good part of a page on making its plan. Those that were not
 * asked for longest are forgotten. After a migration SQLite reads a kept question anew by itself.
 */
export class KeptStatements {
  private readonly kept = new Map<string, Sqlite.Statement>()

  constructor(private readonly sqlite: Sqlite.Database) {}

  prepare(sql: string): Sqlite.Statement {
    const known = this.kept.get(sql)
    // Whoever walks through its rows has it to themselves until they are through.
    if (known?.busy) return this.sqlite.prepare(sql)
    this.kept.delete(sql)
    const statement = known ?? this.sqlite.prepare(sql)
    if (isAskedAgain(sql)) this.keep(sql, statement)
    return statement
  }

  close(): void {
    this.kept.clear()
    this.sqlite.close()
  }

  /** How many are kept now. */
  get size(): number {
    return this.kept.size
  }

  private keep(sql: string, statement: Sqlite.Statement): void {
    this.kept.set(sql, statement)
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!)
  }
}

function isAskedAgain(sql: string): boolean {
  return sql.length <= longestKept && /^\s*(?:select|with|insert|update|delete|begin|commit|rollback)\b/i.test(sql)
}
