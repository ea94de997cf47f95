import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Piece } from '../../evidence/evidence.js'
import { kindNamed } from '../../evidence/kinds.js'
import { stageNamed } from '../../stages.js'
import { guidOf } from './guid.js'

const variables = [
  { name: 'Kind of evidence', type: 'Text' },
  { name: 'Stage', type: 'Text' },
  { name: 'Gathered on', type: 'Date' },
] as const

/** What is known of every source. */
export function putVariables(root: XMLBuilder): void {
  const all = root.ele('Variables')
  for (const { name, type } of variables)
    all.ele('Variable', { guid: guidOf('variable', name), name, typeOfVariable: type })
}

/** What is known of the source of a piece. */
export function putValues(element: XMLBuilder, piece: Piece): void {
  const values = [
    ['TextValue', kindNamed(piece.kind)],
    ['TextValue', stageNamed(piece.stage).name],
    ['DateValue', piece.gatheredOn],
  ] as const
  for (const [place, [type, value]] of values.entries()) {
    const one = element.ele('VariableValue')
    one.ele('VariableRef', { targetGUID: guidOf('variable', variables[place]!.name) })
    one.ele(type).txt(value)
  }
}
