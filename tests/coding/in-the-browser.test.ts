import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violationsOn } from '../axe.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'
import { codeWords, putCode, putWords } from './coding-world.js'

const world = newWorld()
const screens = screensOf(world)
const words = 'They do not choose. They take the one that is facing out. I timed it once.'

beforeAll(async () => {
  await putCode(world, 'choice')
  await putCode(world, 'time', { colour: 'clay' })
})

const open = (person: string, piece: { id: string }, phone = false): Promise<Page> =>
  screens.page(person, `/evidence/${piece.id}/coding`, phone ? { width: 390, isMobile: true } : {})

/** Selects words as a phone's own handles do: the selection changes, and nothing else is heard. */
async function selectByHandles(page: Page, from: number, to: number): Promise<void> {
  await page.evaluate(
    ([start, end]) => {
      // The text may be in pieces by now: a colleague's codes come in by themselves.
      const placeAt = (offset: number): [Node, number] => {
        const texts = document.createTreeWalker(document.querySelector('.coding-text')!, NodeFilter.SHOW_TEXT)
        for (
          let left = offset, text = texts.nextNode();
          text;
          left -= text.textContent!.length, text = texts.nextNode()
        )
          if (left <= text.textContent!.length) return [text, left]
        throw new Error(`There are no ${offset} letters in the text`)
      }
      document.getSelection()!.setBaseAndExtent(...placeAt(start!), ...placeAt(end!))
    },
    [from, to],
  )
}

test('with the mouse, words get two codes one after the other, and undo takes the last one off', async () => {
  const piece = await putWords(world, words)
  const page = await open('sam', piece)
  const box = await page.evaluate(() => {
    const text = document.querySelector('.coding-text .run')!.firstChild!
    const range = document.createRange()
    range.setStart(text, 0)
    range.setEnd(text, 19)
    const { left, right, top, height } = range.getBoundingClientRect()
    return { left, right, middle: top + height / 2 }
  })
  await page.mouse.move(box.left + 1, box.middle)
  await page.mouse.down()
  await page.mouse.move(box.right - 1, box.middle, { steps: 6 })
  await page.mouse.up()
  const panel = page.getByRole('dialog', { name: 'Code these words' })
  await panel.getByRole('option', { name: 'choice' }).click()
  await page.locator('.coding-list .code-tag').getByText('choice').waitFor()
  await panel.getByRole('option', { name: 'time' }).click()
  await page.locator('.coding-list .code-tag').getByText('time').waitFor()
  await panel.getByRole('button', { name: 'Close' }).click()
  expect(await page.locator('.coding-text').innerText()).toContain('They do not choose.')
  expect(await page.locator('.coded.code-clay').first().innerText()).toBe('They do not choose.')
  expect(await page.locator('.run[data-ends]').first().getAttribute('data-ends')).toBe('CHO TIM')

  await page.getByRole('button', { name: /^Undo: coded/ }).click()
  await page.locator('.coded.code-clay').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Do again: coded/ }).click()
  await page.locator('.coded.code-clay').first().waitFor()
  await page
    .locator('.coding-list')
    .getByRole('link', { name: /They do not choose/ })
    .first()
    .click()
  expect(await page.locator('.run.is-picked').first().innerText()).toBe('They do not choose.')
  await page.context().close()
}, 120_000)

test('with a finger on a phone, the panel stands at the foot and a tap gives the code', async () => {
  const piece = await putWords(world, words)
  const page = await open('sam', piece, true)
  await selectByHandles(page, 20, 57)
  const panel = page.getByRole('dialog', { name: 'Code these words' })
  await panel.waitFor()
  const box = (await panel.boundingBox())!
  expect(Math.round(box.y + box.height)).toBe(844)
  expect(box.width).toBe(390)
  await panel.getByRole('option', { name: 'choice' }).tap()
  await page.locator('.coding-list .code-tag').getByText('choice').waitFor()
  expect(await page.locator('.coded').first().innerText()).toBe('They take the one that is facing out.')
  await page.context().close()
}, 120_000)

test('with the keyboard alone, a sentence and a word more get a new code by its name', async () => {
  const piece = await putWords(world, words)
  const page = await open('sam', piece)
  await page.locator('.coding-text').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await page.evaluate(() => document.getSelection()!.toString())).toBe(words.slice(0, 57))
  await page.keyboard.press('Enter')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('facing out')
  await page.keyboard.press('Enter')
  await page.locator('.coding-list .code-tag').getByText('facing out').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement!.className)).toContain('coding-text')
  expect(await page.locator('.coded').first().innerText()).toBe(words.slice(0, 57))
  await page.keyboard.press('Control+z')
  await page.locator('.coded').waitFor({ state: 'detached' })
  await page.context().close()
}, 120_000)

test('two people code the same text at once, and each sees the other’s work come', async () => {
  const piece = await putWords(world, words)
  const [sam, huw] = [await open('sam', piece), await open('huw', piece)]
  for (const [page, from, to, code] of [
    [sam, 0, 19, 'choice'],
    [huw, 20, 57, 'time'],
  ] as const) {
    await selectByHandles(page, from, to)
    const panel = page.getByRole('dialog', { name: 'Code these words' })
    await panel.getByRole('option', { name: code }).click()
    await page.locator('.coding-list .code-tag').getByText(code).waitFor()
    await panel.getByRole('button', { name: 'Close' }).click()
  }
  await sam.locator('.coding-list .code-tag').getByText('time').waitFor({ timeout: 30_000 })
  await huw.locator('.coding-list .code-tag').getByText('choice').waitFor({ timeout: 30_000 })
  await sam.getByText(`Here too: ${(await world.person('huw')).name}`).waitFor({ timeout: 30_000 })
  await sam.context().close()
  await huw.context().close()
}, 120_000)

test('when the session ends, the words leave the page', async () => {
  const piece = await putWords(world, words)
  const page = await open('bilal', piece)
  await world.db
    .updateTable('sessions')
    .set({ endedAt: new Date().toISOString() })
    .where('personId', '=', 'bilal')
    .execute()
  await page.getByText('You have been signed out. Sign in again').waitFor({ timeout: 30_000 })
  expect(await page.locator('.coding-text').count()).toBe(0)
  await page.context().close()
}, 120_000)

/** The codebook as it stands, each code with the names above it. */
async function bookOnPage(page: Page): Promise<string[]> {
  return page.locator('[data-code]').evaluateAll(lines =>
    lines.map(line => {
      const above = document.querySelector(`[data-code="${(line as HTMLElement).dataset.parent}"] .code-tag`)
      const name = line.querySelector('.code-tag')!.lastChild!.textContent!.trim()
      return above ? `${above.lastChild!.textContent!.trim()} › ${name}` : name
    }),
  )
}

async function dragOnto(page: Page, code: { id: string }, over: { id: string }, share: number): Promise<void> {
  const target = page.locator(`#code-${over.id}`)
  const { height } = (await target.boundingBox())!
  await page
    .locator(`#code-${code.id}`)
    .dragTo(target, { sourcePosition: { x: 4, y: 4 }, targetPosition: { x: 40, y: height * share } })
}

test('a code is dragged under another and before another, and moved by the keyboard alone', async () => {
  const [reading, corner, diary] = [
    await putCode(world, 'Reading places'),
    await putCode(world, 'Corner'),
    await putCode(world, 'Diary'),
  ]
  const piece = await putWords(world, words)
  const page = await open('sam', piece)
  await page.goto('/groups/reading/codes')
  const moved = (id: string) =>
    page.waitForResponse(answer => answer.url().endsWith(`/codes/${id}/place`) && answer.request().method() === 'POST')
  await Promise.all([moved(diary.id), dragOnto(page, diary, reading, 0.5)])
  await page.waitForFunction(
    ([id, parent]) => document.querySelector<HTMLElement>(`#code-${id}`)?.dataset.parent === parent,
    [diary.id, reading.id],
  )
  await Promise.all([moved(corner.id), dragOnto(page, corner, diary, 0.1)])
  await page.waitForFunction(
    ([id, parent]) => document.querySelector<HTMLElement>(`#code-${id}`)?.dataset.parent === parent,
    [corner.id, reading.id],
  )
  expect((await bookOnPage(page)).slice(-3)).toEqual([
    'Reading places',
    'Reading places › Corner',
    'Reading places › Diary',
  ])

  await page.locator(`#code-${corner.id}`).getByRole('button', { name: 'Down' }).focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect((await bookOnPage(page)).slice(-2)).toEqual(['Reading places › Diary', 'Reading places › Corner'])
  await page.locator(`#code-${corner.id}`).getByRole('link', { name: 'Move' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Stands under').focus()
  await page.keyboard.press('Home')
  await page.getByLabel('Just before').focus()
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Move the code' }).focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await page.goto('/groups/reading/codes')
  expect((await bookOnPage(page)).at(-1)).toBe('Corner')

  await dragOnto(page, reading, diary, 0.5)
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('cannot stand under itself')
  await page.context().close()
}, 120_000)

test.each(['by hand', 'by keys'])('far down a long text, choosing words %s leaves the page where it is', async how => {
  const lines = Array.from({ length: 120 }, (_, at) => `Line ${at}: they do not choose. They take what is facing out.`)
  const piece = await putWords(world, lines.join('\n\n'))
  const page = await open('sam', piece)
  const text = page.locator('.coding-text')
  await text.focus()
  if (how === 'by keys') for (let down = 0; down < 100; down += 1) await page.keyboard.press('ArrowDown')
  else await page.evaluate(() => scrollTo(0, 2400))
  const far = await page.evaluate(() => scrollY)
  expect(far).toBeGreaterThan(1000)
  if (how === 'by keys') await page.keyboard.press('Enter')
  else
    await page.evaluate(() => {
      const left = document.querySelector('.coding-text')!.getBoundingClientRect().left
      const { startContainer, startOffset } = document.caretRangeFromPoint(left + 40, innerHeight / 2)!
      const end = Math.min(startOffset + 12, startContainer.textContent!.length)
      document.getSelection()!.setBaseAndExtent(startContainer, Math.max(0, end - 12), startContainer, end)
    })
  const panel = page.getByRole('dialog', { name: 'Code these words' })
  await panel.waitFor()
  const box = (await panel.boundingBox())!
  expect(Math.abs((await page.evaluate(() => scrollY)) - far)).toBeLessThan(2)
  expect([box.y >= 0, box.y + box.height <= page.viewportSize()!.height]).toEqual([true, true])
})

// The group closes in this one, so it comes last.
test('axe finds nothing on any page of coding: for who codes, the second reader, and who may only look', async () => {
  const piece = await putWords(world, words)
  const [choice] = await world.db.selectFrom('codes').selectAll().where('name', '=', 'choice').execute()
  await codeWords(world, piece, 'They do not choose.', [choice!])
  const asked = await world.as('sadia').post('/groups/reading/readings', {
    ...{ secondReader: 'huw', pieces: piece.id, codes: choice!.id, why: 'Do we use it alike?' },
  })
  const reading = String(asked.headers.location)
  const group = '/groups/reading'
  const views = ['/codes', '/coding', '/coding/pieces', '/coding/schools', '/coding/kinds', '/coding/together']
  const pages = [...views.map(one => group + one), `${group}/readings`, `/codes/${choice!.id}`]
  const look = async (person: string, paths: string[]) => {
    for (const [width, colorScheme] of [
      [390, 'dark'],
      [1280, 'light'],
    ] as const) {
      const context = await screens.windowOf(person, { width, colorScheme })
      const page = await context.newPage()
      for (const path of paths) {
        const answer = await page.goto(path)
        const wide = await isWiderThanItsScreen(page)
        expect([person, path, answer!.status(), wide, await violationsOn(page)]).toEqual([person, path, 200, false, []])
      }
      await context.close()
    }
  }
  await look('sadia', [...pages, reading, `/evidence/${piece.id}/coding`])
  await look('huw', [reading, `/evidence/${piece.id}/coding`])
  const { closedAt, closedBy } = { closedAt: new Date().toISOString(), closedBy: 'sadia' }
  await world.db.updateTable('groups').set({ closedAt, closedBy }).where('id', '=', 'reading').execute()
  await look('sam', [`${group}/codes`, `/evidence/${piece.id}/coding`])
}, 180_000)
