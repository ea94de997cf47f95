import { toldByEach } from '../database/asked-in-one.js'
import type { Around } from '../enquiries/around.js'
import type { Brought } from '../room.js'
import { type Waiting, waitingOrders } from '../web/waiting.js'

/**
 * Everything that waits for this person: what has a date comes first, the earliest on top; the rest in its order, and by
 * the rooms.
 */
export async function waitingFor(
  around: Around,
  waiting: Brought['waiting'],
  orders: readonly (keyof Brought['waiting'])[] = waitingOrders,
): Promise<Waiting[]> {
  const kinds = orders.flatMap(order => waiting[order])
  const found = (await toldByEach(kinds, around)).flat()
  return found.sort((one, other) => (one.due ?? never).localeCompare(other.due ?? never))
}

const never = '9999-12-31'
