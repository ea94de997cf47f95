import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Block, Document, Figure } from '../../src/documents/document.js'
import { heading, paragraph } from '../../src/documents/making-blocks.js'
import { compose, laidOut } from '../../src/pdf/compose.js'
import type { Slab } from '../../src/pdf/blocks/slabs.js'
import { filed } from '../../src/pdf/form.js'
import { pagesOf } from '../../src/pdf/pages/pages.js'
import { a4 } from '../../src/pdf/paper.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { layoutFaults } from './layout-faults.js'
import { saying, takenApart } from './objects.js'

const pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
const [wall, starters] = sample.parts.filter(block => block.kind === 'figure') as [Figure, Figure]
const words = 'They asked the child beside them before they asked us, and wrote down what they heard. '

function told(...parts: Block[]): Document {
  return { ...sample, contents: false, parts: [heading('What they saw'), ...parts] }
}

/** The widths of the pictures that are spoken of, in points. */
async function widths(document: Document): Promise<number[]> {
  const bytes = await compose(document, pictures)
  return saying(takenApart(bytes), /\/S \/Figure\n/).map(({ text }) => {
    const [left, , right] = /\/BBox \[([-\d. ]+)\]/.exec(text)![1]!.split(' ').map(Number)
    return Math.round(right! - left!)
  })
}

test('a picture that stands beside words is small, and they stand on the page without a fault', async () => {
  const document = told(
    paragraph(words),
    { ...starters, beside: true },
    paragraph('Children ask one another.', 'claim'),
    paragraph('We are sure.', 'sure'),
    paragraph(words),
    ...Array.from({ length: 5 }, () => paragraph(words.repeat(3))),
  )
  // The other picture is the cover of none: the first of the document stands there.
  expect((await widths(document)).every(width => width < a4.fullWidth * 0.42)).toBe(true)
  expect(await layoutFaults(await compose(document, pictures), document, pictures, filed)).toEqual([])
  const slab = laidOut(document, pictures)
    .flatMap(({ page }) => page)
    .find(one => one.slab.holds)!.slab
  expect(slab.holds!.map(one => one.slab.heading?.text).filter(Boolean)).toEqual(['Children ask one another.'])
})

test('under an upright picture a long caption stays in the column of the picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upright-'))
  const path = join(folder, 'upright.png')
  const plain = { width: 900, height: 1500, channels: 3 as const, background: '#35647f' }
  await sharp({ create: plain }).png().toFile(path)
  const upright: Figure = {
    ...{ ...starters, beside: true },
    picture: { id: 'upright', version: 1, width: 900, height: 1500 },
    caption: [
      { kind: 'text', text: 'The wind leaned on the house, as the children of the second year had drawn it in March' },
    ],
  }
  const document = told(
    { ...wall, wide: true },
    upright,
    ...Array.from({ length: 4 }, () => paragraph(words.repeat(3))),
  )
  const own = { ...pictures, upright: path }
  expect(await layoutFaults(await compose(document, own), document, own, filed)).toEqual([])
})

test('a picture that is large on the title page stands in the margin where it is told of', async () => {
  const document = told(
    { ...wall, wide: true },
    paragraph(words.repeat(4)),
    { ...starters, wide: true },
    paragraph(words),
  )
  const [first, second] = await widths(document)
  expect(first).toBeLessThan(a4.margin!.width + 1)
  expect(second).toBeGreaterThan(a4.fullWidth * 0.9)
})

test('where a little too much would leave a third of a page empty, the page gives up some of its space', () => {
  const slab = (height: number, before: number, more: Partial<Slab> = {}): Slab => ({
    ...{ height, before, after: 0, frames: [], draw: () => undefined },
    ...more,
  })
  const body = Array.from({ length: 9 }, () => slab(40, 20))
  const lacking = 15
  const last = a4.room - 9 * 60 + 20 - 34 + lacking
  expect(last).toBeGreaterThan(a4.room * 0.15)
  expect(pagesOf([...body, slab(last, 34)], a4)).toHaveLength(1)
  expect(pagesOf([...body, slab(last + 100, 34)], a4)).toHaveLength(2)
})

test('a short document that a little space would take to another page is drawn together on one', () => {
  const slab = (height: number): Slab => ({ height, before: 25, after: 25, frames: [], draw: () => undefined })
  const lacking = 40
  const slabs = Array.from({ length: 10 }, () => slab((a4.room - 9 * 25 + lacking) / 10))
  expect(pagesOf(slabs, a4)).toHaveLength(1)
  expect(pagesOf([...slabs, slab(200)], a4)).toHaveLength(2)
})
