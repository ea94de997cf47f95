import {
  CamelCasePlugin,
  type Driver,
  type IdentifierNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  SqliteDialect,
  SqliteQueryCompiler,
  type UnknownRow,
} from 'kysely'

/** What columns are called in code, and (below) names in the database: as many as there are columns. */
const named = new Map<string, string>()

/**
 * Columns are snake_case in the database and camelCase in code. A question is written so while it is put into words, and is not
 * made a second time beforehand; the columns of an answer are named once, and not row by row.
 */
export class CamelCaseColumns extends CamelCasePlugin {
  override transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node
  }

  override transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows
    if (first === undefined) return Promise.resolve(result)
    const columns = Object.keys(first)
    const names = columns.map(this.nameOf)
    const rows = result.rows.map(row => {
      const named: UnknownRow = {}
      for (let place = 0; place < columns.length; place++) named[names[place]!] = row[columns[place]!]
      return named
    })
    return Promise.resolve({ ...result, rows })
  }

  /** `groupId` as its column is called. */
  columnOf(name: string): string {
    return this.snakeCase(name)
  }

  /** `group_id` as it is called in code. */
  readonly nameOf = (column: string): string => {
    const known = named.get(column) ?? this.camelCase(column)
    named.set(column, known)
    return known
  }
}

export class SnakeCaseSqlite extends SqliteDialect {
  constructor(private readonly driver: Driver) {
    super({ database: () => Promise.reject(new Error('The driver has the database.')) })
  }

  override createDriver(): Driver {
    return this.driver
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new SnakeCaseCompiler()
  }
}

const columns = new CamelCaseColumns()
const known = new Map<string, string>()

class SnakeCaseCompiler extends SqliteQueryCompiler {
  protected override compileUnwrappedIdentifier({ name }: IdentifierNode): void {
    const column = known.get(name) ?? this.sanitizeIdentifier(columns.columnOf(name))
    known.set(name, column)
    this.append(column)
  }
}
