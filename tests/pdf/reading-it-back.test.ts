import { beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { headingsOf } from '../../src/documents/headings.js'
import { textOf } from '../../src/documents/to-text.js'
import { compose } from '../../src/pdf/compose.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { isEmoji, all, allWords, folded, readBack, saidInstead, within, wordsIn, type Reading } from './reading.js'

let bytes: Buffer
let pictures: Record<string, string>
let reading: Reading

beforeAll(async () => {
  pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
  bytes = await compose(sample, pictures)
  reading = await readBack(bytes)
})

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/
const leftToRight = { ...sample, parts: sample.parts.filter(part => !RIGHT_TO_LEFT.test(JSON.stringify(part))) }

test('the words of the PDF are the words of the document, in the same order', async () => {
  const again = await readBack(await compose(leftToRight, pictures))
  const without = allWords(again).replace(/^Contents$/m, '')
  expect(folded(asOneLine(withoutBulletShapes(without)))).toBe(folded(withoutBulletShapes(textOf(leftToRight))))
})

/** A line of Chinese ends between any two characters, and no space stands there. */
function asOneLine(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

/** Bullets differ with their depth on paper. */
function withoutBulletShapes(text: string): string {
  return text.replace(/^[•–·] ?/gm, '')
}

test('it has its title, its language and its maker', () => {
  expect(reading.title).toBe(sample.title)
  expect(reading.language).toBe('en-GB')
  const xmp = bytes.toString('utf8')
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(xmp).toContain('/DisplayDocTitle true')
  expect(xmp).toContain('/Marked true')
})

test('headings are headings of their level, the question first', () => {
  const [question] = all(reading, 'H1')
  expect(folded(wordsIn(reading, question!))).toBe(sample.titlePage.heading)
  const second = all(reading, 'H2').map(node => folded(wordsIn(reading, node)))
  expect(second).toEqual([
    'Contents',
    ...headingsOf(sample.parts)
      .filter(({ level }) => level === 2)
      .map(({ text }) => text),
  ])
})

test('lists are lists, nested in the body of their item', () => {
  const lists = all(reading, 'L')
  const nested = lists.filter(list =>
    within(list, 'LBody').some(body => body.children.some(child => 'role' in child && child.role === 'L')),
  )
  expect(nested.length).toBeGreaterThan(1)
  for (const item of all(reading, 'LI')) {
    const roles = item.children.flatMap(child => ('role' in child ? [child.role] : []))
    expect(['Lbl,LBody', 'LBody']).toContain(roles.join())
  }
})

test('tables have rows, header cells with a scope, and a caption', () => {
  const table = all(reading, 'Table').find(node => within(node, 'Caption').length > 0)!
  expect(folded(wordsIn(reading, within(table, 'Caption')[0]!))).toBe('What happened, school by school')
  expect(within(table, 'TR')).toHaveLength(5)
  expect(within(table, 'TH')).toHaveLength(5 + 4)
  expect(within(table, 'TD')).toHaveLength(16)
  const written = bytes.toString('latin1')
  expect(written.match(/\/Scope \/Row/g)).toHaveLength(4 + 12)
  expect(written.match(/\/Scope \/Column/g)!.length).toBeGreaterThanOrEqual(5)
})

test('pictures have their alternative text and their caption', () => {
  const pictures = all(reading, 'Figure').filter(figure => !isEmoji(figure))
  expect(pictures.map(figure => figure.alt)).toEqual([
    'A display board with paper speech bubbles, most of them filled in by hand',
    'A laminated card on a table with six sentence starters',
    'Four small charts, one for each school: in all of them more children speak in week 12 than in week 1',
    'Children who spoke to the class, by week. From 6 children in week 1 to 18 in week 12.',
  ])
  const [first] = all(reading, 'Div').filter(node => within(node, 'Caption').length > 0)
  expect(folded(wordsIn(reading, within(first!, 'Caption')[0]!))).toBe(
    'The talk wall at Bryn Eglwys after three weeks. E9',
  )
})

test('parts in other languages say so', () => {
  const languages = new Set(all(reading, 'P').map(node => node.lang))
  for (const language of ['cy', 'pl', 'ur', 'ar', 'he', 'zh']) expect(languages).toContain(language)
})

test('bookmarks follow the headings, each within the one above it', () => {
  expect(reading.bookmarks.map(({ title }) => title)).toEqual([
    'Contents',
    ...headingsOf(sample.parts)
      .filter(({ level }) => level === 2)
      .map(({ text }) => text),
  ])
  const evidence = reading.bookmarks.find(({ title }) => title === 'The evidence, by number')!
  expect(evidence.items).toHaveLength(5)
})

describe('links', () => {
  test('evidence numbers lead to their place in the document', () => {
    const numbers = reading.links.filter(({ contents }) => /^E\d+: /.test(contents))
    expect(numbers.length).toBeGreaterThan(6)
    for (const { dest } of numbers) expect(dest).toMatch(/^part-\d{4}$/)
  })

  test('every link says where it leads and is in the structure', () => {
    for (const { contents } of reading.links) expect(contents).not.toBe('')
    const inStructure = all(reading, 'Link')
    expect(inStructure.length).toBeGreaterThanOrEqual(new Set(reading.links.map(({ contents }) => contents)).size)
  })

  test('the list of contents leads to each heading and names its page', () => {
    const entries = all(reading, 'TOCI').map(node => folded(wordsIn(reading, node)))
    expect(entries[0]).toBe('Where we started 2')
    expect(entries).toHaveLength(headingsOf(sample.parts).length)
  })

  test('an address on this site becomes a whole address', async () => {
    const inlines = [
      { kind: 'link' as const, href: '/groups/talk', inlines: [{ kind: 'text' as const, text: 'the group' }] },
    ]
    const again = await readBack(
      await compose({ ...sample, contents: false, parts: [{ kind: 'paragraph', inlines }] }, {}),
    )
    expect(again.links.map(({ url }) => url)).toContain('https://workbench.example.org/groups/talk')
  })

  test('a link that would run something leads nowhere, and its words stay', async () => {
    const inlines = [
      { kind: 'link' as const, href: 'javascript:alert(1)', inlines: [{ kind: 'text' as const, text: 'words' }] },
    ]
    const again = await readBack(
      await compose({ ...sample, address: undefined, contents: false, parts: [{ kind: 'paragraph', inlines }] }, {}),
    )
    expect(again.links).toEqual([])
    expect(allWords(again)).toContain('words')
  })
})

test('words from right to left are said in the order in which they are read', () => {
  const said = saidInstead(bytes).join(' ')
  expect(said).toContain('المدرسة')
  for (const part of sample.parts) {
    if (part.kind !== 'paragraph' || !RIGHT_TO_LEFT.test(JSON.stringify(part))) continue
    const words = part.inlines
      .map(inline => ('text' in inline ? inline.text : ''))
      .join('')
      .match(/[\u0590-\u06ff]+/g)!
    let from = 0
    for (const word of words) {
      const at = said.indexOf(word, from)
      expect(at, word).toBeGreaterThanOrEqual(0)
      from = at
    }
  }
})

test('the foot of each page says edition and page of pages, and is never read aloud', () => {
  expect(allWords(reading)).not.toContain(`page 3 of ${reading.pages}`)
})

test('a title with marks that XML keeps for itself is written right', async () => {
  const again = await readBack(await compose({ ...sample, title: 'Talk & <write> "more"', parts: [] }, {}))
  expect(again.title).toBe('Talk & <write> "more"')
})

test('a document of a title alone is a document', async () => {
  const titlePage = { heading: 'Why?', lines: [] }
  const again = await readBack(await compose({ ...sample, titlePage, parts: [], address: undefined }, {}))
  expect(again.pages).toBe(1)
})
