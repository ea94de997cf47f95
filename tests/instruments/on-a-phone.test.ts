import { expect, test } from 'vitest'
import { violationsOn } from '../axe.js'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world
const screens = screensOf(world)

async function begin(template: string): Promise<string> {
  return (await world.as('sadia').post('/groups/reading/instruments', { template }))
    .get('location')!
    .replace('/edit', '')
}

test('a sheet is filled in through lost signal: counted by thumb, kept, offered back, saved and finished', async () => {
  const instrument = await begin('talk-tally')
  const sheet = (await world.as('zofia').post(`${instrument}/fillings`)).get('location')!
  const page = await screens.page('zofia', sheet, { width: 390 })
  const context = page.context()
  expect(await violationsOn(page)).toEqual([])
  const more = page.getByRole('button', { name: /^One more\s*: Questions that the teacher asked/ })
  for (const _ of [1, 2, 3]) await more.tap()
  await page.getByText(/^Saved at/).waitFor()

  await context.setOffline(true)
  await more.tap()
  await page.getByLabel('What do these numbers leave out?').fill('Who was not in the room')
  await page.getByText('Not saved yet. It stays here, and we try again').waitFor()
  await page.getByRole('button', { name: 'Finish and show my group' }).tap()
  await page.getByText('No signal. What you filled in stays here').waitFor()
  expect(new URL(page.url()).pathname).toBe(sheet)

  // The phone throws the page away, and gets it anew when there is signal again.
  page.on('dialog', dialog => void dialog.accept())
  await page.route('**/fillings/*', route => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await context.setOffline(false)
  await page.reload()
  await page.getByText(/was not saved/).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.unroute('**/fillings/*')
  await page.getByRole('button', { name: 'Put it back' }).tap()
  await page.getByText(/^Saved at/).waitFor()
  expect(await page.getByLabel('Questions that the teacher asked', { exact: true }).inputValue()).toBe('4')
  await page.getByRole('button', { name: 'Finish and show my group' }).tap()
  await page.waitForURL(/\/evidence\/\w+$/)
  expect(await page.textContent('main')).toContain('Who was not in the room')
  await context.close()
})

test('a colleague without an account answers a questionnaire by its link, and is thanked', async () => {
  const instrument = await begin('staff-confidence')
  const endsOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const opened = (await world.as('sadia').post(`${instrument}/questionnaires`, { endsOn })).get('location')!
  const made = await world.as('sadia').led(`${opened}/links`, { count: 1 })
  const link = /\/answer\/[\w-]{20,}/.exec(made.text)![0]
  const page = await screens.page(null, link, { width: 390 })
  expect(await violationsOn(page)).toEqual([])
  const sure = page.getByRole('group', { name: 'How sure do you feel about teaching this?' })
  await sure.getByLabel('4', { exact: true }).check()
  await page.getByLabel('time', { exact: true }).check()
  await page.getByLabel('One thing that you would like the group to know').fill('The shelf helped')
  await page.getByRole('button', { name: 'Send my answers' }).tap()
  await page.getByText('Thank you. Your answers are in').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.goto(link)
  await page.getByText('An answer has been given here already').waitFor()
  const stored = await db.selectFrom('questionnaireAnswers').selectAll().execute()
  expect(stored).toHaveLength(1)
  expect(stored[0]!.answers).toContain('The shelf helped')
  await page.context().close()
})
