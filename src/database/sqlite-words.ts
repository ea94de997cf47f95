import { type Driver, type IdentifierNode, SqliteDialect, SqliteQueryCompiler } from 'kysely'
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

  protected override compileUnwrappedIdentifier(node: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(columnNamed(node)))
  }
}
