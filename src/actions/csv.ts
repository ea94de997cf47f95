import { day } from '../web/words.js'
import type { ActionInView } from './actions.js'

export const csvHead = [
  'Number',
  'Action',
  'State',
  'Expected effect',
  'Steps',
  'Who and where',
  'From',
  'Until',
  'School',
  'How it was adapted',
  'What happened',
  'Measures',
  'Evidence',
]

/** One row for each school of an action. @param action as it is seen in a spreadsheet, which leaves the group */
export function csvRows(action: ActionInView): (string | number | null)[][] {
  const start = [action.label, action.action, action.state, action.expectedEffect, action.steps, action.who]
  const facts = [...start, day(action.startsOn), day(action.endsOn)]
  const evidence = action.evidence.map(piece => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', ')
  if (action.schools.length === 0) return [[...facts, '', '', '', '', evidence]]
  return action.schools.map(one => [
    ...facts,
    one.name,
    one.adaptation,
    one.whatHappened,
    measuresAt(action, one.schoolId),
    evidence,
  ])
}

function measuresAt(action: ActionInView, schoolId: string): string {
  return action.measures
    .filter(measure => measure.schoolId === schoolId)
    .map(({ measure, on, shown }) => `${measure} on ${day(on)}: ${shown}`)
    .join('; ')
}
