import {
  CamelCasePlugin,
  type IdentifierNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'

/** What columns are called in code, and names in the database: as many as there are columns. */
const namedInCode = new Map<string, string>()
const calledThere = new Map<string, string>()

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

  /** `group_id` as it is called in code. */
  readonly nameOf = (column: string): string => {
    const known = namedInCode.get(column) ?? this.camelCase(column)
    namedInCode.set(column, known)
    return known
  }

  /** `groupId` as its column is called. */
  readonly columnOf = (name: string): string => {
    const known = calledThere.get(name) ?? this.snakeCase(name)
    calledThere.set(name, known)
    return known
  }
}

const columns = new CamelCaseColumns()

/** A name in a question, as its column is called. */
export function columnNamed({ name }: IdentifierNode): string {
  return columns.columnOf(name)
}
