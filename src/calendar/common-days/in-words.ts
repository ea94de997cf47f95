import { fromTo } from '../../words/words.js'
import type { CommonDay } from '../tables.js'

type Dates = Pick<CommonDay, 'startsOn' | 'endsOn' | 'begins' | 'finishes'>

/** `5 March 2027, 16:00 to 17:30`, `5 March 2027 to 8 March 2027` */
export function datesInWords({ startsOn, endsOn, begins, finishes }: Dates): string {
  const days = fromTo(startsOn, endsOn)
  if (!begins) return days
  return finishes ? `${days}, ${begins} to ${finishes}` : `${days}, ${begins}`
}

/** The school year that a day falls in, from August to July. */
export function schoolYearOf(date: string): { from: string; until: string; name: string } {
  const autumn = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 8 ? 1 : 0)
  return { from: `${autumn}-08-01`, until: `${autumn + 1}-07-31`, name: `${autumn} to ${autumn + 1}` }
}
