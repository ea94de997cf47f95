import type { Kind } from '../evidence/kinds.js'

export const instrumentKinds = ['interview', 'observation', 'work', 'questionnaire'] as const
export type InstrumentKind = (typeof instrumentKinds)[number]

export const instrumentKindInWords: Record<InstrumentKind, string> = {
  interview: 'interview schedule',
  observation: 'observation sheet',
  work: 'sheet for looking at work',
  questionnaire: 'staff questionnaire',
}

/** What a filled-in sheet of this kind is as evidence, unless its template says more. */
export const evidenceOfKind: Record<InstrumentKind, Kind> = {
  interview: 'interview',
  observation: 'observation',
  work: 'pupil-work',
  questionnaire: 'survey',
}
