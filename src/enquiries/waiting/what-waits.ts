import { toldByEach } from '../../database/asked-in-one.js'
import type { Around } from '../around.js'
import type { Brought } from '../../room.js'
import { daysAfter } from '../../web/now.js'
import { type Waiting, type WaitingOrder, waitingOrders } from '../../web/waiting.js'

/** What is due within so many days is not put off for what has none. */
const soon = 14

/**
 * Everything that waits for this person: what is due soon comes first, the earliest on top; then what is to be done at once, what
 * is due later, and the rest in its order, and by the rooms.
 */
export async function waitingFor(
  around: Around,
  waiting: Brought['waiting'],
  orders: readonly (keyof Brought['waiting'])[] = waitingOrders,
): Promise<Waiting[]> {
  const kinds = orders.flatMap(order => waiting[order].map(kind => ({ kind, order })))
  const told = await toldByEach(
    kinds.map(({ kind }) => kind),
    around,
  )
  const until = daysAfter(around.today, soon)
  const placed = told.flatMap((lines, at) =>
    lines.map(line => ({ line, place: placeOf(line.due, kinds[at]!.order, until) })),
  )
  const dayOf = ({ line }: { line: Waiting }) => line.due ?? never
  return placed
    .sort((one, other) => one.place - other.place || dayOf(one).localeCompare(dayOf(other)))
    .map(({ line }) => line)
}

/** The same lines, of one group alone, as they stand on its home. */
export async function waitingInGroup(
  around: Around,
  waiting: Brought['waiting'],
  { groupId }: { groupId: string },
): Promise<Waiting[]> {
  return (await waitingFor(around, waiting)).filter(line => line.groupId === groupId)
}

function placeOf(due: string | undefined, order: WaitingOrder, until: string): number {
  if (due !== undefined && due <= until) return 0
  if (order === 'at once') return 1
  return due === undefined ? 3 : 2
}

const never = '9999-12-31'
