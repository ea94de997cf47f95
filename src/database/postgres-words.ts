import {
  type BinaryOperationNode,
  type IdentifierNode,
  OperatorNode,
  type OrderByItemNode,
  PostgresQueryCompiler,
  type PrimitiveValueListNode,
  type RawNode,
  type ReferencesNode,
  ValueNode,
} from 'kysely'
import { columnNamed } from './columns.js'
import { storable } from './values.js'

/** What the rooms write in raw SQL, as PostgreSQL calls it. */
const called: [RegExp, string][] = [
  [/\bjson_object\(/g, 'jsonb_build_object('],
  [/ like /g, ' ilike '],
]

/**
 * Puts the same questions to PostgreSQL: columns in snake_case; whole numbers as wide as SQLite’s; words compared without their
 * case by `like`; nothing (null) before everything else; and a number that is handed over as what it is, since a parameter
 * beside no column would be a word.
 */
export class HousePostgresCompiler extends PostgresQueryCompiler {
  protected override compileUnwrappedIdentifier(node: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(columnNamed(node)))
  }

  protected override appendValue(parameter: unknown): void {
    super.appendValue(storable(parameter))
    if (typeof parameter === 'number') this.append(Number.isInteger(parameter) ? '::bigint' : '::float8')
    else if (typeof parameter === 'string') this.append('::text')
  }

  protected override visitOperator({ operator }: OperatorNode): void {
    this.append(operator === 'like' ? 'ilike' : operator === 'not like' ? 'not ilike' : operator)
  }

  /** Of two that may both be nothing, `is` says in SQLite whether they are the same. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { operator, rightOperand } = node
    const compares = OperatorNode.is(operator) && ValueNode.is(rightOperand) && !rightOperand.immediate
    if (compares && (operator.operator === 'is' || operator.operator === 'is not')) {
      this.visitNode(node.leftOperand)
      this.append(operator.operator === 'is' ? ' is not distinct from ' : ' is distinct from ')
      this.visitNode(rightOperand)
    } else super.visitBinaryOperation(node)
  }

  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    if (node.values.length > 0) super.visitPrimitiveValueList(node)
    else this.append('(select null where false)')
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node)
    if (node.nulls) return
    const isDown = JSON.stringify(node.direction ?? null).includes('desc')
    this.append(isDown ? ' nulls last' : ' nulls first')
  }

  protected override visitRaw(node: RawNode): void {
    super.visitRaw({ ...node, sqlFragments: node.sqlFragments.map(inItsWords) })
  }

  protected override visitReferences(node: ReferencesNode): void {
    super.visitReferences(node)
    this.append(' deferrable initially immediate')
  }

  protected override visitDataType({ dataType }: { dataType: string }): void {
    this.append(calledThere[dataType] ?? dataType)
  }
}

const calledThere: Record<string, string> = { integer: 'bigint', real: 'double precision', blob: 'bytea' }

function inItsWords(words: string): string {
  return called.reduce((said, [theirs, own]) => said.replace(theirs, own), words)
}
