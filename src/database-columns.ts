import {
  CamelCasePlugin,
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
    return Promise.resolve({ ...result, rows: this.named(result.rows) })
  }

  named(rows: UnknownRow[]): UnknownRow[] {
    const [first] = rows
    if (first === undefined) return rows
    const columns = Object.keys(first)
    const names = columns.map(column => this.nameOf(column))
    if (names.every((name, place) => name === columns[place])) return rows
    return rows.map(row => {
      const named: UnknownRow = {}
      for (let place = 0; place < columns.length; place++) named[names[place]!] = row[columns[place]!]
      return named
    })
  }

  /** `groupId` as its column is called. */
  columnOf(name: string): string {
    return this.snakeCase(name)
  }

  private nameOf(column: string): string {
    const known = named.get(column)
    if (known !== undefined) return known
    const name = this.camelCase(column)
    named.set(column, name)
    return name
  }
}

export class SnakeCaseSqlite extends SqliteDialect {
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
