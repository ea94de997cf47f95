import { z } from 'zod'
import { choice, date, line, optionalLine, text } from '../../web/fields.js'

export const DecisionForm = z.strictObject({
  decision: line('Say in a sentence what was decided', 500),
  reason: text(2000),
  circle: optionalLine(40),
})

export const ActionForm = z.strictObject({
  what: line('Say what is to be done', 300),
  owner: line('Choose the one who sees to it', 40),
  dueOn: date('Enter the day by which it is done'),
})

export const SettleForm = z.strictObject({
  settled: choice(['done', 'dropped'], 'Say whether it is done'),
  outcome: line('Say in a sentence what came of it', 500),
})

export const DayForm = z.strictObject({ dueOn: date('Enter the day by which it is done') })

export const SupersedeForm = z.strictObject({ by: line('Choose the later decision', 40) })
