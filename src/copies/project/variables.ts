import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Piece } from '../../evidence/evidence.js'
import { kindNamed } from '../../evidence/kinds.js'
import { stageNamed } from '../../stages.js'
import { byName } from '../../words/words.js'
import { guidOf } from './guid.js'
import type { Writing } from './writing.js'
import { plainXml } from './xml.js'

const variables = {
  'Kind of evidence': 'Text',
  Stage: 'Text',
  'Gathered on': 'Date',
  // Each school is a case, too; not every program tells which sources belong to a case.
  School: 'Text',
} as const

/** What is known of every source. */
export function putVariables(root: XMLBuilder): void {
  const all = root.ele('Variables')
  for (const [name, typeOfVariable] of Object.entries(variables))
    all.ele('Variable', { guid: guidOf('variable', name), name, typeOfVariable })
}

/** What is known of the source of a piece. */
export function putValues(element: XMLBuilder, { copy }: Writing, piece: Piece): void {
  const schools = [...piece.schools].sort(byName).map(school => plainXml(copy.called.school(school)))
  const values: Record<keyof typeof variables, string> = {
    'Kind of evidence': kindNamed(piece.kind),
    Stage: stageNamed(piece.stage).name,
    'Gathered on': piece.gatheredOn,
    School: schools.join(', '),
  }
  for (const [name, type] of Object.entries(variables)) {
    const value = values[name as keyof typeof variables]
    if (value === '') continue
    const one = element.ele('VariableValue')
    one.ele('VariableRef', { targetGUID: guidOf('variable', name) })
    one.ele(`${type}Value`).txt(value)
  }
}
