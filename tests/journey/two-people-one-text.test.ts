import { expect, test, vi } from 'vitest'
import { unread } from '../../src/names/names.js'
import { longestHours } from '../../src/people/sessions.js'
import type { Colleague } from './colleague.js'
import { signIn } from './enquiring.js'
import { openHouse } from './open-house.js'

// One text of the group Reading by choice, written by two people at once in two browsers.

vi.setConfig({ testTimeout: 120_000 })
const house = openHouse()
const stage = '/groups/reading/stages/evidence'
const label = 'Whose voice have we not heard yet?'
const words = (one: Colleague) => one.main.getByRole('textbox', { name: label })
const state = (one: Colleague) =>
  one.main
    .locator('form')
    .filter({ has: one.page.getByRole('textbox', { name: label }) })
    .getByRole('status')

/** The text says this, and two people have it open. */
async function bothAt(text: string, script = true): Promise<[Colleague, Colleague]> {
  const sadia = await house.as('sadia', 1280, script)
  await sadia.page.goto(stage)
  await sadia.write(label, text)
  const sam = await house.as('sam', 390, script)
  await sam.page.goto(stage)
  expect(await words(sam).inputValue()).toBe(text)
  return [sadia, sam]
}

async function says(one: Colleague, sentence: string): Promise<void> {
  await state(one).filter({ hasText: sentence }).waitFor()
}

test('what two people write in different places is brought together, and both see it saved', async () => {
  const [sadia, sam] = await bothAt('The quiet girls.\n\nTheir families.')
  await words(sadia).fill('The quiet girls of Year 4.\n\nTheir families.')
  await words(sadia).blur()
  await expect.poll(async () => storedText()).toContain('of Year 4')
  await words(sam).fill('The quiet girls.\n\nTheir families, and the bus driver.')
  await words(sam).blur()
  const together = 'The quiet girls of Year 4.\n\nTheir families, and the bus driver.'
  await expect.poll(() => words(sam).inputValue(), { timeout: 15_000 }).toBe(together)
  await says(sam, 'Saved at')
  await sadia.page.reload()
  expect(await words(sadia).inputValue()).toBe(together)
  await Promise.all([sadia.leave(), sam.leave()])
})

test('what two people write in the same place is shown to the second, who decides', async () => {
  const [sadia, sam] = await bothAt('Nobody yet.')
  await words(sadia).fill('The quiet girls.')
  await words(sadia).blur()
  await expect.poll(async () => storedText()).toBe('The quiet girls.')
  await words(sam).fill('The absent boys.')
  await words(sam).blur()
  await sam.sees('Sadia Qureshi changed the same words while you were writing')
  const theirs = sam.main.getByRole('group', { name: 'What Sadia Qureshi saved' })
  expect(await theirs.textContent()).toBe('The quiet girls.')
  expect(await sam.main.getByRole('group', { name: 'What you wrote' }).textContent()).toBe('The absent boys.')
  await sam.press('Keep both, theirs first')
  await says(sam, 'Saved at')
  expect(await storedText()).toBe('The quiet girls.\n\nThe absent boys.')
  await Promise.all([sadia.leave(), sam.leave()])
})

test('without a script both texts stand on a page of their own, and the one that is put together is saved', async () => {
  const [sadia, sam] = await bothAt('Nobody at all.', false)
  await sadia.write(label, 'The lunchtime staff.')
  await words(sam).fill('The caretaker.')
  await sam.press(`Save “${label}”`)
  await sam.seesHeading('Two people changed the same words')
  await sam.sees('The lunchtime staff.')
  expect(await sam.page.getByLabel('The text that should stand').inputValue()).toBe('The caretaker.')
  await sam.fill('The text that should stand', 'The lunchtime staff and the caretaker.')
  await sam.press('Save this text')
  await sam.sees('Saved.')
  expect(await words(sam).inputValue()).toBe('The lunchtime staff and the caretaker.')
  await Promise.all([sadia.leave(), sam.leave()])
})

test('a connection that drops keeps the words on the page and saves them when it is back', async () => {
  const [sadia, sam] = await bothAt('The children who moved away.')
  await sam.page.context().setOffline(true)
  await words(sam).fill('The children who moved away, and their friends.')
  await words(sam).blur()
  await says(sam, 'Not saved yet')
  expect(await storedText()).toBe('The children who moved away.')
  await sam.page.context().setOffline(false)
  await says(sam, 'Saved at')
  expect(await storedText()).toBe('The children who moved away, and their friends.')
  await Promise.all([sadia.leave(), sam.leave()])
})

test('words that never reached the workbench are offered again when the page is opened anew', async () => {
  const sam = await house.as('sam', 390)
  sam.page.on('dialog', dialog => void dialog.accept())
  await sam.page.goto(stage)
  await sam.page.route('**/texts/**', route => route.abort())
  await words(sam).fill('The grandmothers.')
  await words(sam).blur()
  await says(sam, 'Not saved yet')
  await sam.page.reload()
  await sam.sees('were not saved', 'The grandmothers.')
  await sam.page.unroute('**/texts/**')
  await sam.press('Put them back')
  await says(sam, 'Saved at')
  expect(await storedText()).toBe('The grandmothers.')
  await sam.leave()
})

test('a form that was sent after the session had ended is kept, and given back after signing in', async () => {
  const sam = await house.somebody(390, false)
  await signIn(sam, 'sam', 'Sam')
  await sam.page.goto(stage)
  await words(sam).fill('Those who left in July.')
  await everySessionEndedLongAgo()
  await sam.press(`Save “${label}”`)
  await sam.sees('What you typed is kept')
  await sam.fill('Email address', 'sam@schools.example')
  await sam.page.getByLabel('Password', { exact: true }).fill('tell me a story')
  await sam.press('Sign in')
  await sam.seesHeading('Your words were kept')
  await sam.sees('Those who left in July.')
  await sam.press('Send it now')
  await sam.sees('Those who left in July.')
  await sam.leave()
})

async function storedText(): Promise<string | undefined> {
  const row = await house.world.db
    .selectFrom('texts')
    .select('body')
    .where('owner', '=', 'reading-1')
    .where('field', '=', 'evidence.missing')
    .executeTakeFirst()
  return unread(row)?.body
}

async function everySessionEndedLongAgo(): Promise<void> {
  const then = new Date(Date.now() - (longestHours + 1) * 3_600_000).toISOString()
  await house.world.db.updateTable('sessions').set({ startedAt: then, lastSeenAt: then }).execute()
}
