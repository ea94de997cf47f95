import { type Driver, type IdentifierNode, type LimitNode, SqliteDialect, SqliteQueryCompiler, ValueNode } from 'kysely'
import { columnNamed } from './columns.js'
import { storable } from './values.js'

/** Puts questions to SQLite, through a driver of our own. */
export class HouseSqlite extends SqliteDialect {
  constructor(private readonly driver: Driver) {
    super({ database: () => Promise.reject(new Error('The driver has the database.')) })
  }

  override createDriver(): Driver {
    return this.driver
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new HouseSqliteCompiler()
  }
}

class HouseSqliteCompiler extends SqliteQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    super.appendValue(storable(parameter))
  }

  /**
   * How many are asked for stands in the words: of a limit that comes with the values SQLite looks at the value, and makes its plan
   * anew whenever it is asked.
   */
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${String(limit.value)}`)
    else super.visitLimit(node)
  }

  protected override compileUnwrappedIdentifier(node: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(columnNamed(node)))
  }
}
