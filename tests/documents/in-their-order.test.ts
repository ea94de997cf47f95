import { expect, test } from 'vitest'
import type { Document } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { inTheirOrder } from '../../src/names/in-their-order.js'
import { textOf } from '../../src/documents/to-text.js'
import { inlineText } from '../../src/documents/inline-text.js'
import { sample } from './sample.js'

const names = ['Cedar School', 'Ash School', 'Birch School']
const read = (markdown: string): Document =>
  inTheirOrder({ ...sample, parts: blocksFrom(markdown, { headingLevel: 2 }) }, names)

test('pseudonyms that stand in a row stand in the order of the alphabet, and other words where they were', () => {
  const said = textOf(read('We looked at Cedar School, Ash School and Birch School. It was 3 March.'))
  expect(said).toContain('We looked at Ash School, Birch School and Cedar School. It was 3 March.')
  expect(textOf(read('Cedar School asked, Ash School answered.'))).toContain('Cedar School asked, Ash School answered.')
})

test.each([
  'Cedar School and Ash School counted nine and thirteen.',
  'In Cedar School and Ash School it was 9 and then 13.',
  'At Cedar School, Ash School and Birch School, in that order, they asked.',
  'Of Cedar School and Ash School only the latter **went on**.',
  'Cedar School and Ash School **counted** nine *and* thirteen.',
])('somebody’s sentence stays as it is where the order may be part of what it says: %s', markdown => {
  expect(textOf(read(markdown))).toContain(markdown.replaceAll('*', ''))
})

test('items that begin with a school change places, and keep what is said of it', () => {
  const said = textOf(read('- Cedar School: they asked.\n- Elsewhere: nothing.\n- Ash School: nobody came.'))
  expect(said.replace(/\s+/g, ' ')).toContain(
    'Ash School: nobody came. • Elsewhere: nothing. • Cedar School: they asked.',
  )
})

test('columns and rows of a table move with their cells', () => {
  const [table] = read('| What | Cedar School | Ash School |\n| --- | --- | --- |\n| Lots | c | a |').parts
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.head.map(inlineText)).toEqual(['What', 'Ash School', 'Cedar School'])
  expect(table.rows[0]!.map(inlineText)).toEqual(['Lots', 'a', 'c'])
  const [rows] = read('| Where | Seen |\n| --- | --- |\n| Cedar School | 3 |\n| Ash School | 5 |').parts
  if (rows?.kind !== 'table') throw new Error('no table')
  expect(rows.rows.map(row => row.map(inlineText))).toEqual([
    ['Ash School', '5'],
    ['Cedar School', '3'],
  ])
})

test('a chart whose schools change places is told by its numbers alone', () => {
  const chart = {
    ...{
      kind: 'chart' as const,
      title: 'Seen',
      sentence: 'At Cedar School and Ash School.',
      svg: '<svg viewBox="0 0 1 1"></svg>',
    },
    table: {
      kind: 'table' as const,
      head: [['Kind'], ['Cedar School'], ['Ash School']].map(([text]) => [{ kind: 'text' as const, text: text! }]),
      rows: [],
      alignment: [null, null, null],
    },
  }
  const [told] = inTheirOrder({ ...sample, parts: [chart] }, names).parts
  expect(told).toMatchObject({ svg: '', sentence: 'At Ash School and Cedar School.' })
  const [kept] = inTheirOrder({ ...sample, parts: [chart] }, ['Cedar School']).parts
  expect(kept).toMatchObject({ svg: chart.svg })
})

test('headings that are names of schools change places, each with all that stands beneath it', () => {
  const said = textOf(
    read(
      '# What schools saw\n\nThree schools.\n\n## Cedar School\n\nA hedge.\n\n### Later\n\nA pond.\n\n## All of them\n\nRain.\n\n## Ash School\n\nA gate.\n\n# Cedar School\n\nThe end.',
    ),
  )
  expect(said.replace(/\s+/g, ' ')).toContain(
    'What schools saw Three schools. Ash School A gate. All of them Rain. Cedar School A hedge. Later A pond. Cedar School The end.',
  )
})

test('paragraphs that are led by the name of a school in bold change places where they follow one another', () => {
  const markdown = (names: string[]) => names.map(name => `**${name}.** They asked about ${name.length}.`).join('\n\n')
  const said = textOf(read(`Before.\n\n${markdown(['Cedar School', 'Birch School', 'Ash School'])}\n\nAfter.`))
  expect(said.replace(/\s+/g, ' ')).toMatch(/Before\. Ash School\. .* Birch School\. .* Cedar School\. .* After\./)
})

test('authors under pseudonyms stand in the order of these, on the title page and wherever they are cited', () => {
  const people = ['Teacher B', 'Teacher A', 'Teacher C']
  const { authors, titlePage } = inTheirOrder(
    {
      ...sample,
      titlePage: {
        ...sample.titlePage,
        lines: ['By Teacher C, Nia Prŷs, Teacher A and Teacher B', 'Since 5 March 2027'],
      },
      authors: ['Teacher C', 'Nia Prŷs', 'Teacher A', 'Teacher B'].map(name => ({ name })),
    },
    ['Ash School'],
    people,
  )
  expect(titlePage.lines).toEqual(['By Teacher A, Nia Prŷs, Teacher B and Teacher C', 'Since 5 March 2027'])
  expect(authors!.map(({ name }) => name)).toEqual(['Teacher A', 'Nia Prŷs', 'Teacher B', 'Teacher C'])
})
