import { expect, test } from 'vitest'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const screens = screensOf(newWorld())

test('behind an @ a name is chosen by keyboard alone, and Escape leaves the words as they are', async () => {
  const page = await screens.page('sadia', '/groups/reading/stages/purpose')
  const box = page.locator('#comments form[data-mentions] textarea').last()
  await box.focus()
  await page.keyboard.type('Would you look, @s')
  const options = page.locator('.mentions:not([hidden]) [role=option]')
  await options.first().waitFor()
  expect(await options.allTextContents()).toContain('Sam O’Neill')
  await page.keyboard.press('Escape')
  expect(await options.count()).toBe(0)
  await page.keyboard.type('am')
  await options.first().waitFor()
  await page.keyboard.press('Enter')
  expect(await box.inputValue()).toBe('Would you look, @Sam O’Neill ')
  await page.keyboard.type('please?')
  await page.locator('#comments form[data-mentions]').last().getByRole('button').last().press('Enter')
  await page.waitForURL(/#comment-/)
  await page.locator('.comment strong', { hasText: '@Sam O’Neill' }).waitFor()
}, 120_000)
