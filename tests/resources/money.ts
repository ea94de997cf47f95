import type { World } from '../world.js'

export const at = '/networks/hafren/resources'

/** Opens a fund as the network's leader does. @returns its address */
export async function openFund(world: World, fields: Record<string, string> = {}): Promise<string> {
  const words = { name: 'Looking together', kind: 'grant', year: '2026', sum: '£2,000', holder: 'nia', about: '' }
  const sent = await world
    .as('nia')
    .post(`${at}/funds`, { ...words, ...fields })
    .expect(303)
  return sent.headers.location!
}

/** Gives a budget from it. @returns its address */
export async function giveBudget(world: World, fund: string, fields: Record<string, string> = {}): Promise<string> {
  const words = { of: 'group:reading', name: '', sum: '600', about: '', holder: '' }
  await world
    .as('nia')
    .post(`${fund}/budgets`, { ...words, ...fields })
    .expect(303)
  const row = await world.db.selectFrom('budgets').select('id').orderBy('madeAt', 'desc').orderBy('id').execute()
  const known = new Set(budgets.get(world) ?? [])
  const id = row.map(one => one.id).find(one => !known.has(one))!
  budgets.set(world, [...known, id])
  return `${at}/budgets/${id}`
}

const budgets = new Map<World, string[]>()

export const release = {
  kind: 'release',
  onDay: '2026-11-20',
  halfDays: '1',
  cover: 'arranged',
  forWhat: 'Watching the talk lesson at River Road',
  forHref: '',
  budget: '',
}

/** Drafts a claim. @returns its address */
export async function draft(world: World, person: string, fields: Record<string, string> = {}): Promise<string> {
  const sent = await world
    .as(person)
    .post(`${at}/claims`, { ...release, ...fields })
    .expect(303)
  return sent.headers.location!
}

/** Drafts a claim and sends it. */
export async function claim(world: World, person: string, fields: Record<string, string> = {}): Promise<string> {
  const address = await draft(world, person, fields)
  await world.as(person).post(`${address}/sending`).expect(303)
  return address
}

/** The last part of an address. */
export const idOf = (address: string) => address.split('/').at(-1)!
