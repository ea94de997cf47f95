import { folded } from '../../words/folded.js'
import type { Enquiry } from '../enquiry.js'
import { mayReadStage } from '../permissions.js'
import { successSignsOf } from '../records/records.js'
import type { SuccessSign } from '../tables.js'
import type { ComparedLine, Comparing } from './between-cycles.js'

/** What was to count as success then and now; the same sign stands in one line. */
export const compareSigns: Comparing = async (db, _person, { before, after }) => {
  const signsOf = async (cycle: Enquiry) => (mayReadStage(cycle, 'purpose') ? successSignsOf(db, cycle) : [])
  const [then, now] = [await signsOf(before), await signsOf(after)]
  const all = new Map([...then, ...now].map(({ sign }) => [folded(sign), sign]))
  return {
    heading: 'Signs of success',
    rows: [...all].map(([key, sign]) => ({ name: sign, before: said(then, key), after: said(now, key) })),
  }
}

function said(signs: SuccessSign[], key: string): ComparedLine[] {
  const own = signs.filter(({ sign }) => folded(sign) === key)
  return own.map(({ howWeWouldKnow }) => ({ text: howWeWouldKnow || 'Named' }))
}
