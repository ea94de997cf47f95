import { daysAfter, today } from '../../src/web/now.js'
import type { World } from '../world.js'

export const at = '/networks/hafren/visits'

/** The next such weekday (1 is Monday) at least so many days ahead, so that tests stand still whatever day it is. */
export function weekday(which: number, ahead = 1): string {
  let day = daysAfter(today(), ahead)
  while (new Date(`${day}T12:00:00Z`).getUTCDay() !== which) day = daysAfter(day, 1)
  return day
}

/** Terms all year round, so that it is always term time. */
export async function termAllYear(world: World): Promise<void> {
  await world.db
    .insertInto('terms')
    .values({
      id: 'all-year',
      networkId: 'hafren',
      slug: 'all-year',
      name: 'All year',
      startsOn: daysAfter(today(), -400),
      endsOn: daysAfter(today(), 400),
    })
    .execute()
}

export const offer = (more: Record<string, string | string[]> = {}) => ({
  title: 'Guided talk before writing, in Year 3',
  about: 'You sit at the back. Afterwards Sam has twenty minutes.',
  school: 'weir',
  place: 'Office in Lane End',
  contact: 'Sam O’Neill',
  forWhom: 'anyone',
  group: '',
  programme: '9.15 Coffee\n09:30-10:30 Year 3',
  practical: 'Park by the church.',
  theme: '',
  recommendation: '',
  address: '',
  answers: '',
  day: weekday(2, 7),
  starts: '9.30',
  ends: '11:30',
  places: '2',
  ...more,
})

/** A visit that somebody offers. @returns its address and that of its first day */
export async function offered(world: World, by: string, more: Record<string, string | string[]> = {}) {
  const made = await world.as(by).post(at, offer(more))
  if (made.status !== 303) throw new Error(made.text)
  const address = made.headers.location!
  const id = address.split('/').at(-1)!
  const slot = await world.db.selectFrom('visitSlots').selectAll().where('visitId', '=', id).executeTakeFirstOrThrow()
  return { address, id, slot, slotAddress: `${address}/slots/${slot.id}` }
}

export const comes = { school: '', people: '1', alongside: '' }

/** The day of a visit is put behind us, as if time had passed. */
export async function letPass(world: World, visitId: string, days: number): Promise<void> {
  const day = daysAfter(today(), -days)
  await world.db.updateTable('visitSlots').set({ day, lastDay: day }).where('visitId', '=', visitId).execute()
  await world.db.updateTable('visits').set({ firstOn: day, lastOn: day }).where('id', '=', visitId).execute()
}
