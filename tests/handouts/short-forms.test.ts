import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Block } from '../../src/documents/document.js'
import { heading, text } from '../../src/documents/making-blocks.js'
import { textOf } from '../../src/documents/to-text.js'
import { htmlOf } from '../../src/documents/to-html.js'
import type { Handout } from '../../src/handouts/laying-out.js'
import { posterOf } from '../../src/handouts/poster.js'
import { cutTo, shortened } from '../../src/handouts/shortening.js'
import { slidesOf } from '../../src/handouts/slides.js'
import { summaryOf } from '../../src/handouts/summary.js'
import { whatItSays } from '../../src/handouts/what-it-says.js'
import { compose } from '../../src/pdf/compose.js'
import { paintPictures } from '../documents/pictures.js'
import { wordsAndOrderFaults } from '../pdf/layout-faults.js'
import { saying, takenApart } from '../pdf/objects.js'
import { all, allWords, folded, readBack, wordsIn } from '../pdf/reading.js'
import { aWriteUp } from './write-up.js'

let pictures: Record<string, string>
const drawn = ({ document, form }: Handout) => compose(document, pictures, form)

beforeAll(async () => {
  pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
})

const forms: [string, (whole: Awaited<ReturnType<typeof aWriteUp>>) => Handout][] = [
  ['the summary', summaryOf],
  ['the poster on A3', whole => posterOf(whole, 'A3')],
  ['the poster on A1', whole => posterOf(whole, 'A1')],
  ['the slides', slidesOf],
]

/** In points: held in the hand, and on a wall. */
const SMALLEST: Record<string, number> = { summary: 8, 'poster-a3': 18, 'poster-a1': 36 }

describe.each(forms)('%s', (_name, make) => {
  test('says on paper and on the page what its text says, in the same order', async () => {
    const handout = make(await aWriteUp())
    const reading = await readBack(await drawn(handout))
    const said = textOf(handout.document)
    expect(letters(allWords(reading))).toBe(letters(said))
    const blocks = htmlOf(handout.document.parts, { pictureAddress: id => id }).replace(/<svg[^]*?<\/svg>/g, '')
    const page = `${handout.document.titlePage.heading} ${blocks}`
    // A poster has one claim to tell, as its headline.
    const claims = whatItSays(await aWriteUp()).found.slice(0, handout.name.startsWith('poster') ? 1 : 3)
    for (const claim of claims) expect(page).toContain(claim.claim)
  })

  test('is tagged, names its pictures and codes, and keeps to the standards', async () => {
    const handout = make(await aWriteUp())
    const bytes = await drawn(handout)
    const file = takenApart(bytes)
    const figures = saying(file, /\/S \/Figure\n/)
    expect(figures.length).toBeGreaterThanOrEqual(2)
    for (const { text } of figures) {
      expect(text).toMatch(/\/Alt \(.+\)/s)
      const box = /\/BBox \[([-\d. ]+)\]/.exec(text)![1]!.split(' ').map(Number)
      expect(box.every(length => length >= -1)).toBe(true)
    }
    for (const { text } of saying(file, /\/Subtype \/Link\n/)) expect(text).toMatch(/\/Contents \(.+\)/s)
    for (const { text } of saying(file, /\/S \/L\n/)) expect(text).toMatch(/\/ListNumbering \/\w+/)
    expect(bytes.toString('utf8')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const reading = await readBack(bytes)
    expect(all(reading, 'H1').map(node => folded(wordsIn(reading, node)))).toEqual([handout.document.titlePage.heading])
    expect(reading.title).toContain('Telling a partner first')
  })

  test.each([
    ['short', { longer: 1, pictures: false, charts: false }],
    ['very long', { longer: 9 }],
  ])('holds a %s write-up without leaving its pages', async (_which, how) => {
    const handout = make(await aWriteUp(how))
    const bytes = await drawn(handout)
    const reading = await readBack(bytes)
    const type = SMALLEST[handout.name]
    expect(await wordsAndOrderFaults(new Uint8Array(bytes), type ? { type } : {})).toEqual([])
    const slides = handout.name === 'slides'
    const expected = handout.form.sheets!.pages.length + (slides ? 1 : 0)
    expect(reading.pages).toBe(expected)
    if (handout.name === 'summary') expect(reading.pages).toBe(2)
    if (handout.name.startsWith('poster')) expect(reading.pages).toBe(1)
    expect(letters(allWords(reading))).toBe(letters(textOf(handout.document)))
  })
})

test('claims stand with how sure the group is, the surest first, and nothing is added', async () => {
  const whole = await aWriteUp()
  const { found, advice, lead } = whatItSays(whole)
  expect(found.map(({ sure }) => sure)).toEqual(['We are sure', 'We are fairly sure', 'This is a hunch'])
  expect(found[0]!.because).toBe('Two colleagues counted voices in twelve lessons and found the same.')
  expect(advice.map(one => one.recommendation)).toEqual([
    'Let everybody tell a partner first.',
    'Count voices once a term.',
  ])
  expect(lead[0]).toMatch(/^Between September/)
})

test('a draft says that it is one and has no code that leads nowhere', async () => {
  const { address: _, ...draft } = { ...(await aWriteUp()), foot: 'Draft, 5 March 2027' }
  const { document } = posterOf(draft, 'A3')
  expect(textOf(document)).toContain('Draft, 5 March 2027. It is not published')
  expect(document.parts.filter(block => block.kind === 'drawing')).toEqual([])
})

test('words that need little more than there is room for are not cut', () => {
  expect(shortened('From a wall that the others keep right.', 30)).toBe('From a wall that the others keep right.')
  expect(shortened('From a wall that the others keep right.', 20)).toBe('From a wall that …')
})

test('what each action did at a school stands whole on slides and in the summary where it fits', async () => {
  const whole = await aWriteUp()
  const cells = ['Talk partners in pairs', 'Made a clear difference, once we had left the hall for good']
  const head = ['What', 'Alder School'].map(text)
  const table = (rows: number, said: string): Block => ({
    ...{ kind: 'table', head, alignment: [null, null], rowHeads: true },
    rows: Array.from({ length: rows }, () => [text(cells[0]!), text(said)]),
  })
  const told = (said: string, make: typeof slidesOf) =>
    textOf(make({ ...whole, parts: [...whole.parts, heading('What difference it made'), table(4, said)] }).document)
  for (const make of [slidesOf, summaryOf]) {
    expect(told(cells[1]!, make)).toContain('once we had left the hall for good')
    expect(told(`${cells[1]!}, ${'and then some more was seen there '.repeat(9)}`, make)).toContain('…')
  }
})

test('words are cut after a sentence, after a clause or after a word, never within one', () => {
  expect(cutTo('One. Two is longer. Three.', 20)).toBe('One. Two is longer.')
  expect(cutTo('A long beginning without an end, and it goes on and on', 40)).toBe('A long beginning without an end …')
  expect(cutTo('Letters andonelongword', 12)).toBe('Letters …')
  expect(cutTo('Short', 12)).toBe('Short')
})

/** Lines end elsewhere on paper, also within long addresses, and bullets are drawn. */
function letters(text: string): string {
  return text
    .replace(/^(?:[•–·]|\d+\.) ?/gm, '')
    .normalize('NFC')
    .replace(/\s+/g, '')
}
