import { type Column, day, text } from '../web/columns.js'
import type { ActionInView, AtSchool } from './actions.js'

interface ActionLine {
  action: ActionInView
  at: AtSchool | null
}

/** A line for each school of an action, and one for an action that no school has begun. */
export function actionLines(actions: ActionInView[]): ActionLine[] {
  return actions.flatMap(action => (action.schools.length === 0 ? [null] : action.schools).map(at => ({ action, at })))
}

/** The actions of a group as a list. The actions are as they are seen in a spreadsheet, which leaves the group. */
export const actionColumns: Column<ActionLine>[] = [
  text('Number', 9, ({ action }) => action.label),
  text('Action', 50, ({ action }) => action.action),
  text('State', 13, ({ action }) => action.state),
  text('Expected effect', 50, ({ action }) => action.expectedEffect),
  text('Steps', 50, ({ action }) => action.steps),
  text('Who and where', 28, ({ action }) => action.who),
  day('From', ({ action }) => action.startsOn),
  day('Until', ({ action }) => action.endsOn),
  text('School', 28, ({ at }) => at?.name),
  text('How it was adapted', 50, ({ at }) => at?.adaptation),
  text('What happened', 50, ({ at }) => at?.whatHappened),
  text('Measures', 40, ({ action, at }) => at && measuresAt(action, at.schoolId)),
  text('Evidence', 22, ({ action }) =>
    action.evidence.map(piece => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', '),
  ),
]

function measuresAt(action: ActionInView, schoolId: string): string {
  return action.measures
    .filter(measure => measure.schoolId === schoolId)
    .map(({ measure, on, shown }) => `${measure} on ${on}: ${shown}`)
    .join('; ')
}
