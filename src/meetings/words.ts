import { dayOf } from '../web/now.js'
import { day, time } from '../words/words.js'

/** `Thursday 5 March 2027, 16:10 to 17:30`; of something that ends on another day both days. */
export function whenInWords({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }): string {
  if (startsAt === null) return 'The date is being found'
  const from = `${weekday(startsAt)} ${day(startsAt)}, ${time(startsAt)}`
  if (endsAt === null) return from
  return dayOf(startsAt) === dayOf(endsAt) ? `${from} to ${time(endsAt)}` : `${from} to ${day(endsAt)}, ${time(endsAt)}`
}

const weekdays = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' })

function weekday(moment: string): string {
  return weekdays.format(new Date(moment))
}
