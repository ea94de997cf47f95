import { type Column, day, number, text } from '../../web/columns.js'
import { poundsAsNumber } from '../money.js'
import type { ClaimShown } from './claims.js'
import { coverSaid, kindSaid, stateSaid } from './in-words.js'

/** Claims as a school’s finance office reads them. */
export const claimColumns: Column<ClaimShown>[] = [
  day('Day', one => one.onDay),
  text('School', 28, one => one.school),
  text('Colleague', 24, one => one.name),
  text('Kind', 16, one => kindSaid[one.kind]),
  text('For what', 50, one => one.forWhat),
  number('Half days of release', 10, one => one.halfDays),
  number('Hours', 8, one => (one.minutes === null ? null : one.minutes / 60)),
  number('Miles', 8, one => (one.tenthsOfMiles === null ? null : one.tenthsOfMiles / 10)),
  number('Sum in pounds', 12, one => poundsAsNumber(one.pence)),
  text('Cover', 20, one => (one.cover ? coverSaid[one.cover] : '')),
  text('Budget', 28, one => one.budget?.name),
  text('Where it stands', 18, one => stateSaid[one.state]),
  day('Paid on', one => one.paidOn),
  text('Reference', 18, one => one.reference),
]
