import { z } from 'zod'
import { choice, line, neededText, optionalDate, optionalLine } from '../../web/fields.js'

export const ActivityForm = z.strictObject({
  activity: line('Say what you have agreed to do', 300),
  forWhom: optionalLine(160),
  onDay: optionalDate(),
})

export const OutcomeForm = z.strictObject({
  outcome: choice(['done', 'dropped'], 'Say whether it took place'),
  cameOfIt: neededText('Say in a sentence what came of it, or why it will not take place', 2000),
})
