import { today } from '../web/now.js'
import { addMistake, formOf, type Reading } from '../web/read.js'
import type { RoundWords } from './rounds.js'

/** The day is still to come, unless it was set long ago and stays. */
export function withDayChecked(reading: Reading<RoundWords>, body: unknown, before?: string): Reading<RoundWords> {
  if (!reading.ok || reading.values.judgeBy >= today() || reading.values.judgeBy === before) return reading
  return { ok: false, form: addMistake(formOf(body), 'judgeBy', 'This day is over. Enter one that is still to come') }
}
