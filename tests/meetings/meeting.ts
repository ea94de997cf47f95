import { daysAfter, today } from '../../src/web/now.js'
import type { World } from '../world.js'

/** A day so many days from now, so that what comes still comes whenever the tests run. */
export const inDays = (days: number): string => daysAfter(today(), days)

/** The three usual circles of Hafren, by their kind; Nia chairs them. */
export async function usualCircles(world: World): Promise<Record<string, string>> {
  await world.as('nia').post('/networks/hafren/circles/usual').expect(303)
  await world.db.updateTable('circles').set({ chairId: 'nia' }).where('networkId', '=', 'hafren').execute()
  const rows = await world.db.selectFrom('circles').select(['id', 'kind']).where('networkId', '=', 'hafren').execute()
  return Object.fromEntries(rows.map(row => [row.kind, row.id]))
}

/** Plans a meeting as somebody does on the page. @returns its address */
export async function planned(
  world: World,
  by: string,
  circle: string,
  fields: Record<string, string | string[]> = {},
): Promise<string> {
  const time = { on: inDays(10), starts: '16:00', ends: '17:30' }
  const answer = await world.as(by).post(`/circles/${circle}/meetings`, { title: '', ...time, ...fields })
  if (answer.status !== 303) throw new Error(answer.text.slice(answer.text.indexOf('error-summary'), 2000))
  return answer.headers.location!
}

/** The same as if it was held already. */
export async function held(world: World, by: string, circle: string, days: number, title = ''): Promise<string> {
  return planned(world, by, circle, { title, on: inDays(-days) })
}

/** Adds an item, and says which it is. */
export async function itemOf(
  world: World,
  by: string,
  meeting: string,
  title: string,
  fields: Record<string, string> = {},
): Promise<string> {
  await world
    .as(by)
    .post(`${meeting}/items`, { title, minutes: '15', broughtBy: '', ...fields })
    .expect(303)
  const row = await world.db
    .selectFrom('agendaItems')
    .select('id')
    .where('title', '=', title)
    .where('meetingId', '=', meeting.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Ticks who was there. */
export async function present(world: World, by: string, meeting: string, people: string[]): Promise<void> {
  const fields = Object.fromEntries(people.map(one => [`was-${one}`, 'present']))
  await world.as(by).post(`${meeting}/attendance`, fields).expect(303)
}
