import { expect, test } from 'vitest'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)

/** A recommendation that the head of Weir Lane has accepted with changes. */
async function accepted(): Promise<string> {
  const made = await world.as('sadia').post('/groups/reading/recommendations', {
    ...{ recommendation: 'Ten minutes a day', reasons: 'It is what we saw', releaseDays: '', cost: '' },
  })
  const address = made.get('location')!
  await world
    .as('sadia')
    .post(`${address}/sending`, { schools: ['weir'] })
    .expect(303)
  const answer = { answer: 'adapt', reason: 'Twice a week', reviewOn: '2099-11-30', version: 1 }
  await world.as('imran').post(`${address}/responses/weir`, answer).expect(303)
  return address
}

test('what was accepted and is not begun yet is said so', async () => {
  const page = (await world.as('imran').get(await accepted())).text
  expect(page).toContain('Accepted with changes')
  expect(page).toContain('<strong>Not begun yet</strong>')
  expect(page).not.toContain('considering')
})

test.each([true, false])('what shows that it is in place is asked once it is (with script: %s)', async script => {
  const address = `${await accepted()}/responses/weir/adoption`
  const page = await screens.page('imran', address, { width: 390, javaScriptEnabled: script })
  const seen = page.getByLabel('What can be seen')
  await page.getByLabel('Trying it').check()
  expect(await seen.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Save' }).tap()
  await page.waitForURL(/\/recommendations\/\w+$/)
  expect(await page.textContent('main')).toContain('Trying it')
  await page.goto(address)
  await page.getByLabel('In place', { exact: true }).check()
  expect(await seen.isVisible()).toBe(true)
})
