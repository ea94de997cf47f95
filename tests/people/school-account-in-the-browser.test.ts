import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { openSchool, type School } from './school-of-accounts.js'

const world = newWorld()
const screens = screensOf(world)
const here = '/administration/school-accounts'
let address = ''
let school: School

beforeAll(async () => {
  address = screens.address.replace('127.0.0.1', 'localhost')
  const app = world.anew({ baseUrl: address })
  const alex = world.as('alex', app)
  const id = (await alex.post(here, { kind: 'another' }).expect(303)).get('location')!.split('/').at(-1)!
  school = await openSchool(() => Promise.resolve(`${address}/sign-in/with/${id}/back`))
  const said = {
    name: 'Bryn Trust',
    address: school.address,
    clientId: 'workbench',
    secret: school.secret,
    domains: '',
  }
  await alex.post(`${here}/${id}`, said).expect(303)
  await alex.post(`${here}/${id}/turning-on`).expect(303)
})
afterAll(() => school.close())
beforeEach(() => {
  screens.answering = world.anew({ baseUrl: address })
})

test('somebody joins with their school’s account, and from then on its button opens the door', async () => {
  school.people.s = { email: 'sam@schools.example', email_verified: true }
  school.who = 's'
  const page = await (await screens.open({ baseURL: address, width: 390 })).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill('sam@schools.example')
  await page.locator('#f-password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/')
  await page.goto('/account')
  await page.getByRole('link', { name: 'Join with Bryn Trust' }).click()
  await page.getByRole('heading', { name: 'Join with Bryn Trust' }).waitFor()
  await page.locator('#f-password').fill(password)
  await page.getByRole('button', { name: 'Yes, join with Bryn Trust' }).click()
  await page.getByText('You sign in with Bryn Trust as').waitFor()

  await page.context().clearCookies()
  await page.goto('/sign-in?next=/groups/reading')
  await page.getByRole('link', { name: 'Sign in with Bryn Trust' }).click()
  await page.waitForURL(url => url.pathname === '/groups/reading')
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
})
