import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import type { Block, Document } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { htmlOf } from '../../src/documents/to-html.js'
import { compose } from '../../src/pdf/compose.js'
import { outlineOf, wordsOn } from '../documents/outline-of-html.js'
import { folded, readBack, wordsIn } from './reading.js'

interface Example {
  number: number
  section: string
  markdown: string
  html: string
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: Example[] }
const tabbed = (text: string) => text.replaceAll('→', '\t')

const GFM: Example[] = [
  ['| a | b |\n|:--|--:|\n| *1* | `2` |\n| 3 |', '<table><tr><th>a</th><th>b</th></tr><tr><td><em>1</em></td><td><code>2</code></td></tr><tr><td>3</td><td></td></tr></table>'],
  ['| a \\| b |\n|-|\n| c |\n\nafter', '<table><tr><th>a | b</th></tr><tr><td>c</td></tr></table><p>after</p>'],
  ['~~gone~~ and ~also~', '<p><del>gone</del> and <del>also</del></p>'],
  ['www.example.org, https://example.org/a_b_c. and a@b.example', '<p><a href="http://www.example.org">www.example.org</a>, <a href="https://example.org/a_b_c">https://example.org/a_b_c</a>. and <a href="mailto:a@b.example">a@b.example</a></p>'],
  ['- [x] done\n- [ ] open', '<ul><li>☑ done</li><li>☐ open</li></ul>'],
].map(([markdown, html], at) => ({ number: 1001 + at, section: 'GFM', markdown: markdown!, html: html! })) // prettier-ignore

const examples = [...tests, ...GFM]

/** Where we differ from the specification, and why; everything else is as it says. */
const DIFFERENT = new Map<string, number[]>([
  ['raw HTML is shown as it was typed, never obeyed', [21, 31, 308, 309, 344, 475, 476, 477, 491, 524, 536, 642, 643]],
  ['a picture from elsewhere is not fetched: its words stand for it, as a link', [517, 520, 531]],
  ['bare addresses are links, as GFM has it', [602, 608, 611, 612]],
  ['a paragraph with nothing to read is left out', [484, 487]],
  [
    'a tab or four spaces begin words, as they were copied from somewhere, and no program',
    [
      1, 2, 3, 5, 6, 7, 8, 18, 36, 48, 69, 85, 100, 107, 110, 111, 112, 114, 115, 116, 117, 118, 134, 211, 225, 231,
      236, 252, 253, 254, 257, 264, 270, 271, 272, 273, 274, 278, 286, 287, 288, 289, 290, 313,
    ],
  ],
  ['a star within a word or a sum is a star', [355, 356, 429]],
  ['a year at the head of a line is no place in a list', [265]],
  ['one tilde means about', [1003]],
])
const WHOLE_SECTIONS = ['HTML blocks', 'Raw HTML', 'Images']
const different = new Set([...DIFFERENT.values()].flat())

const blocksOf = ({ markdown }: Example) => blocksFrom(tabbed(markdown), { headingLevel: 2 })
const pageOf = (example: Example) => htmlOf(blocksOf(example), { pictureAddress: () => '' })

test('every example of CommonMark is on the page what the specification says, but for what we do differently', () => {
  const wrong = examples.filter(example => {
    if (different.has(example.number) || WHOLE_SECTIONS.includes(example.section)) return false
    const levels = tabbed(example.html).replace(
      /<(\/?)h([1-6])>/g,
      (_, slash: string, level: string) => `<${slash}h${Math.min(4, Number(level) + 1)}>`,
    )
    return outlineOf(pageOf(example)) !== outlineOf(levels)
  })
  expect(wrong.map(({ number, markdown }) => `${number} ${JSON.stringify(markdown)}`)).toEqual([])
  expect(examples.length).toBeGreaterThan(650)
})

test('where we differ, no word is lost', () => {
  // In 36 a letter is written as an entity, which is read outside of programs only.
  const spoken = (words: string) => words.match(/[\p{L}\p{N}]+/gu) ?? []
  const read = examples.filter(
    ({ number, section }) => different.has(number) && !WHOLE_SECTIONS.includes(section) && number !== 36,
  )
  const lost = read.filter(example => {
    const page = wordsOn(pageOf(example))
    return spoken(wordsOn(example.html)).some(word => !page.includes(word))
  })
  expect(lost.map(({ number, markdown }) => `${number} ${JSON.stringify(markdown)}`)).toEqual([])
})

test('raw HTML and pictures from elsewhere never become anything but words and links', () => {
  for (const example of examples)
    expect(pageOf(example)).not.toMatch(/<(?:img|script|style|iframe|svg|textarea|b|i|del)\b/)
})

test('every example says the same in the PDF as on the page', async () => {
  const parts = examples.flatMap((example): Block[] => [
    { kind: 'paragraph', inlines: [{ kind: 'text', text: `Example number ${example.number} begins.` }] },
    ...blocksOf(example),
  ])
  const document: Document = {
    title: 'Examples',
    language: 'en-GB',
    kindOfDocument: 'Examples',
    titlePage: { heading: 'Examples', lines: [] },
    contents: false,
    parts,
    foot: '',
  }
  const reading = await readBack(await compose(document, {}))
  const all = folded(reading.trees.map(tree => wordsIn(reading, tree, [])).join('\n'))
  const said = new Map(
    all
      .split(/Example number (?=\d+ begins\.)/)
      .slice(1)
      .map(part => [Number.parseInt(part), part.replace(/^\d+ begins\./, '')]),
  )
  const wrong = examples.filter(example => spoken(said.get(example.number)) !== spoken(wordsOn(pageOf(example))))
  expect(
    wrong.map(example => [example.number, spoken(said.get(example.number)), spoken(wordsOn(pageOf(example)))]),
  ).toEqual([])
}, 120_000)

/** Lines end where the paper does, so white space is no part of what is compared. */
function spoken(words: string | undefined): string {
  return (words ?? 'nothing').normalize('NFC').replace(/[\s\u200b]+/g, '')
}
