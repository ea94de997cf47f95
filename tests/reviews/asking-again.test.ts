import { beforeEach, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { askByLink } from '../../src/reviews/links/links.js'
import { newWorld } from '../world.js'
import { all, allSay, answer, close, letTimePass, roundOf, rowOf, twelve } from './reviewing.js'

const world = newWorld()
beforeEach(() => letTimePass(world))

/** The fields of a form as it was opened, as far as they hold something. */
const opened = (page: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"[^>]*checked`).exec(page)?.[1] ??
  new RegExp(`name="${name}"[^]*?<option value="([^"]*)" selected`).exec(page)?.[1]

test('a year later the same is asked again from the page of the first round, of the same people as far as they are here', async () => {
  const first = await roundOf(world, { people: twelve, outsiders: [{ id: 'ruth', stands: 'peer' }], open: false })
  const nia = await world.person('nia')
  const round = await rowOf(world, first)
  const outsider = { email: 'anna@elsewhere.example', name: 'Anna', stands: 'facilitator' as const }
  await inOne(world.db, trx => askByLink(trx, round, nia, outsider))
  await world.as('nia').post(`${all}/${first}/opening`).expect(303)
  await answer(world, first, allSay(twelve, { 's-after': '1' }))
  await close(world, first)
  await world.db.updateTable('networkRoles').set({ endedAt: '2026-11-30' }).where('personId', '=', 'imran').execute()

  const page = (await world.as('nia').get(`${all}/${first}`)).text
  expect(page).toContain('Ask the same again')
  const form = (await world.as('nia').get(`${all}/new?follows=${first}`)).text
  expect(opened(form, 'instrument')).toBe('sharing-leadership')
  expect(opened(form, 'again')).toBe('yes')
  expect(form).toContain('the heads and others')

  const second = await world.as('nia').led(all, {
    ...{ instrument: 'sharing-leadership', title: 'A year on', company: 'the same twelve', answerBy: '2099-12-11' },
    ...{ follows: first, again: 'yes' },
  })
  expect(second.text).toContain('13 people will be asked')
  const asked = await world.as('nia').get(`${second.request.url.replace(/^.*?(\/networks)/, '$1')}/company`)
  for (const name of ['Sadia Qureshi', 'Ruth Adeyemi', 'Anna']) expect(asked.text).toContain(name)
  expect(asked.text).toContain('Ourselves <span class="quiet">11</span>')
  expect(asked.text).toContain('Neighbours')
})

test('whoever was not asked to lead finds no way to ask again', async () => {
  const first = await roundOf(world, { people: twelve })
  await close(world, first)
  expect((await world.as('sam').get(`${all}/${first}`)).text).not.toContain('Ask the same again')
  expect((await world.as('sam').get(`${all}/new?follows=${first}`)).status).toBe(403)
})

test('after the second round something waits to be chosen, and after the first no more', async () => {
  const first = await roundOf(world, { people: twelve, title: 'The first time' })
  await answer(world, first, allSay(twelve, { 's-after': '1' }))
  await close(world, first)
  await letTimePass(world)
  const second = await roundOf(world, { people: twelve, title: 'The second time' })
  await answer(world, second, allSay(twelve, { 's-after': '2' }))
  await world.db.updateTable('reviewRounds').set({ follows: first }).where('id', '=', second).execute()
  await close(world, second)
  const day = (await world.as('nia').get('/')).text
  expect(day).toContain('“The second time” is closed. Talk about it')
  expect(day).not.toContain('“The first time” is closed. Talk about it')
})
