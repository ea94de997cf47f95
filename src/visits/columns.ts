import { type Column, day, number, text } from '../web/columns.js'
import { forWhomInWords } from './list-page.js'
import type { VisitInList } from './listing.js'

const kinds = { offered: 'offered', asked: 'asked for', far: 'far' } as const
const open = ({ slots }: VisitInList) => slots.filter(slot => slot.cancelledAt === null)

/** Visits as a list; who comes is the hosts’ affair and stands in none. */
export const visitColumns: Column<VisitInList>[] = [
  text('Visit', 50, one => one.title),
  text('Kind', 12, one => kinds[one.kind]),
  text('School or place', 30, one => one.schoolName ?? one.elsewhere),
  text('Offered or asked by', 24, one => one.offeredByName),
  text('For whom', 20, one => (one.kind === 'asked' ? '' : forWhomInWords(one))),
  day('First day', one => one.firstOn),
  day('Last day', one => one.lastOn),
  number('Days', 6, one => open(one).length),
  number('Places', 8, one => open(one).reduce((sum, slot) => sum + slot.places, 0)),
  number('Taken', 8, one => open(one).reduce((sum, slot) => sum + slot.taken, 0)),
  day('Cancelled', one => one.cancelledAt),
]
