import { type Column, day, text } from '../../web/columns.js'
import type { DecisionShown } from '../deciding/decisions.js'
import type { MeetingActionShown } from '../deciding/meeting-actions.js'
import type { MeetingLine } from './meetings.js'

/** Meetings as a list. */
export const meetingColumns: Column<MeetingLine>[] = [
  text('Meeting', 40, ({ title }) => title),
  text('Circle', 40, ({ circles }) => circles.join(', ')),
  day('Day', ({ startsAt }) => startsAt),
  text('When', 44, ({ when }) => when),
  text('Where', 30, ({ place }) => place),
  text('How far', 24, ({ state }) => state),
]

export const decisionColumns: Column<DecisionShown>[] = [
  text('Decision', 9, ({ label }) => label),
  text('Circle', 30, ({ circle }) => circle),
  text('What was decided', 60, ({ decision }) => decision),
  text('Because', 50, ({ reason }) => reason),
  day('Decided', ({ decidedOn }) => decidedOn),
  text('Confidential', 12, ({ confidential }) => (confidential ? 'to those present' : '')),
  text('In its place now', 16, ({ supersededLabel }) => supersededLabel),
]

export const meetingActionColumns: Column<MeetingActionShown>[] = [
  text('What we agreed to do', 60, ({ what }) => what),
  text('Who', 28, ({ owner }) => owner),
  day('By', ({ dueOn }) => dueOn),
  text('Circle', 30, ({ circle }) => circle),
  text('Done or dropped', 16, ({ settled }) => settled),
  day('When', ({ settledAt }) => settledAt),
  text('What came of it', 50, ({ outcome }) => outcome),
]
