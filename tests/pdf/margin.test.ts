import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Block, Document, Figure, Inline } from '../../src/documents/document.js'
import { heading, paragraph, text } from '../../src/documents/making-blocks.js'
import { compose, laidOut } from '../../src/pdf/compose.js'
import { filed } from '../../src/pdf/form.js'
import { a4 } from '../../src/pdf/paper.js'
import { asidesOn } from '../../src/pdf/pages/margin.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { layoutFaults } from './layout-faults.js'
import { allWords, folded, readBack, type Reading } from './reading.js'

// What stands beside the lines of a long document: the numbers of pieces with their titles, how sure a group is, small pictures.

const pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
const words = 'They asked the child beside them before they asked us, and wrote down what they heard. '
const number = (at: number): Inline => ({
  kind: 'reference',
  label: `E${at}`,
  title: `What was seen on day ${at}`,
  href: `#evidence-${at}`,
})
const cites = (...numbers: number[]): Block => ({
  kind: 'paragraph',
  inlines: numbers.flatMap(at => [...text(`${words.trim()} `), number(at), ...text('. ')]),
})
const wall = sample.parts.find(block => block.kind === 'figure') as Figure
const claim: Block = {
  kind: 'paragraph',
  inlines: [
    { kind: 'strong', inlines: text('Children ask one another before they ask us.') },
    ...text(' We are fairly sure, from two schools '),
    number(1),
    ...text(`. ${words}`),
  ],
}
const document: Document = {
  ...sample,
  contents: false,
  parts: [
    heading('What we found'),
    claim,
    cites(2),
    ...Array.from({ length: 6 }, (_, at) => cites(3 * at + 3, 3 * at + 4, 3 * at + 5)),
    {
      kind: 'table',
      head: ['Day', 'Seen'].map(text),
      rows: [['1', '2'].map(text), ['3', '4'].map(text)],
      alignment: [null, null],
    },
    cites(2),
    ...Array.from({ length: 12 }, () => paragraph(words.repeat(4))),
    { ...wall, wide: true, caption: [...text('The wall '), number(2)] },
  ],
}
let reading: Reading
let bytes: Buffer

beforeAll(async () => {
  bytes = await compose(document, pictures)
  reading = await readBack(bytes)
})

const placed = () => laidOut(document, pictures).map(({ page }) => ({ page, asides: asidesOn(page) }))
const said = (lines: { pieces: { text: string }[] }[]) =>
  folded(lines.map(({ pieces }) => pieces.map(piece => piece.text).join('')).join(' '))

test('the number of a piece stands beside its sentence with its title, once on a page, in no less than 8 points', () => {
  const { page, asides } = placed()[1]!
  const all = asides.map(({ aside }) => said(aside.lines))
  expect(all).toContain('E4 What was seen on day 4')
  expect(all.filter(one => one.startsWith('E2 '))).toHaveLength(1)
  expect(
    Math.min(...asides.flatMap(({ aside }) => aside.lines.flatMap(({ pieces }) => pieces.map(({ size }) => size)))),
  ).toBe(8)
  for (const { slab, y } of page)
    for (const own of slab.asides ?? []) {
      const found = asides.find(({ aside }) => aside.of === own.of && aside.below === own.below)
      if (found) expect(Math.abs(found.y - y - own.below)).toBeLessThan(50)
    }
})

test('beside a claim stands how sure its group is', () => {
  const [first] = placed()[1]!.asides
  expect([first!.aside.dots, said(first!.aside.lines)]).toEqual([2, 'fairly sure'])
})

test('a piece whose picture the document shows on another page stands there small', () => {
  const shown = placed().flatMap(({ asides }) => asides.filter(({ aside }) => aside.picture))
  expect(shown.map(({ aside }) => aside.of)).toContain('#evidence-2')
  for (const { aside } of shown) expect(aside.picture!.width).toBeLessThanOrEqual(a4.margin!.width)
})

test('nothing there stands upon anything, and pages have no other fault either', async () => {
  expect(await layoutFaults(bytes, document, pictures, filed)).toEqual([])
  for (const { page, asides } of placed())
    for (const { aside, y } of asides) {
      const foot =
        y + aside.lines.reduce((sum, { height }) => sum + height, aside.picture ? aside.picture.height + 4 : 0)
      for (const one of page.filter(({ slab }) => !slab.narrow))
        expect(foot <= one.y || y >= one.y + one.slab.height).toBe(true)
    }
})

test('to a screen reader it is decoration: the text says it, and the list at its end', () => {
  expect(folded(allWords(reading))).not.toContain('What was seen on day 4')
})

test('lines that are read hold 60 to 75 letters', () => {
  const lines = laidOut({ ...document, parts: [paragraph(words.repeat(30))] }, pictures)[1]!.page
  const letters = (words.repeat(30).length / lines.reduce((sum, { slab }) => sum + slab.height, 0)) * 16.5
  expect(letters).toBeGreaterThan(60)
  expect(letters).toBeLessThan(75)
})
