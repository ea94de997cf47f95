import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Block } from '../../src/documents/document.js'
import { heading, paragraph } from '../../src/documents/making-blocks.js'
import { htmlOf } from '../../src/documents/to-html.js'
import { root } from '../../src/root.js'
import { windowsForThisFile } from '../browser.js'

// A small picture on a page: beside the words that follow where the window is wide, above them where it is narrow.

const windows = windowsForThisFile()

const parts: Block[] = [
  heading('Reading by choice', 3),
  {
    kind: 'figure',
    picture: { id: 'wall', width: 1200, height: 900 },
    alt: 'A wall of notes',
    caption: [{ kind: 'text', text: 'Fifteen answers' }],
    beside: true,
  },
  paragraph('Fifteen minutes help.'),
  heading('Number sense', 3),
  paragraph('The gain is real.'),
]

async function placesAt(width: number) {
  const page = await (await windows.open({ width })).newPage()
  const css = readFileSync(join(root, 'dist/assets/workbench.css'), 'utf8')
  const html = htmlOf(parts, { pictureAddress: () => '/nowhere.png' })
  await page.setContent(`<style>${css}</style><div class="reading" style="max-width: 640px">${html}</div>`)
  const places = await page.evaluate(() =>
    ['figure', 'p', 'h3:nth-of-type(2)'].map(one => {
      const { left, right, top, bottom } = document.querySelector(one)!.getBoundingClientRect()
      return { left, right, top, bottom }
    }),
  )
  await page.context().close()
  return places
}

test('on a wide window the picture stands beside the words, and what comes next begins beneath both', async () => {
  const [picture, words, next] = await placesAt(1280)
  expect(picture!.left).toBeGreaterThan(words!.left + 200)
  expect(words!.top).toBeLessThan(picture!.bottom)
  expect(next!.top).toBeGreaterThanOrEqual(picture!.bottom)
})

test('on a phone it stands above them', async () => {
  const [picture, words] = await placesAt(390)
  expect(words!.top).toBeGreaterThanOrEqual(picture!.bottom)
  expect(Math.abs(picture!.left - words!.left)).toBeLessThan(2)
})
