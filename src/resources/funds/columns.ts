import { type Column, day, number, text } from '../../web/columns.js'
import { poundsAsNumber } from '../money.js'
import { fundKindSaid } from '../lines.js'
import { yearSaid } from '../school-year.js'
import type { OwnContribution } from './contributions.js'
import type { FundWithSums } from './sums.js'

export const contributionColumns: Column<OwnContribution>[] = [
  text('School year', 10, one => yearSaid(one.fund.year)),
  text('Fund', 32, one => one.fund.name),
  text('School', 28, one => one.school.name),
  number('Promised in pounds', 14, one => poundsAsNumber(one.promisedPence)),
  number('Paid in pounds', 14, one => poundsAsNumber(one.paidPence)),
  day('Paid on', one => one.paidOn),
]

export const fundColumns: Column<FundWithSums>[] = [
  text('School year', 10, one => yearSaid(one.year)),
  text('Fund', 32, one => one.name),
  text('Kind', 22, one => fundKindSaid[one.kind]),
  number('Came in', 14, one => poundsAsNumber(one.sums.cameIn)),
  number('Given to budgets', 14, one => poundsAsNumber(one.sums.given)),
  number('Paid', 14, one => poundsAsNumber(one.sums.paid)),
  number('Carried on', 14, one => poundsAsNumber(one.sums.carriedOn)),
  number('Still there', 14, one => poundsAsNumber(one.sums.balance)),
  day('Opened', one => one.openedAt),
  day('Closed', one => one.closedAt),
]
