import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Chart } from '../../src/charts/chart.js'
import { chartBlock } from '../../src/charts/in-documents.js'
import type { Block, Document } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { heading, paragraph, text } from '../../src/documents/making-blocks.js'
import { compose } from '../../src/pdf/compose.js'
import { asLetter, filed, type Form } from '../../src/pdf/form.js'
import { linesOf } from '../../src/pdf/lettering/lines.js'
import { plain } from '../../src/pdf/lettering/spans.js'
import { types } from '../../src/pdf/type.js'
import { booklet } from '../../src/conferences/booklet.js'
import { samples } from '../charts/samples.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { type Asked, layoutFaults } from './layout-faults.js'

const pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
const shown = sample.parts.filter(block => block.kind === 'figure')

/** The same each time, and never the same twice in a row. */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

const sentences = [
  'On 14 March 2027 we asked 1,204 pupils of Year 4 what they had read.',
  'Between 3 November 2026 and 12 January 2027 nobody at Ysgol Gymraeg Llanfairpwllgwyngyll had counted.',
  'It was quiet; then it was not.',
  'By Key Stage 2 most of them could say why, as (Hargreaves and Fink, 2006) had found in eight schools over thirty years.',
  'بلال احمد wrote it down on 4 May 2027, and his mother read it aloud.',
]

/** A document in which every kind of block meets every other, in lengths that nobody would choose. */
async function hard(seed: number): Promise<Document> {
  const next = numbers(seed)
  const some = <T>(from: T[]) => from[Math.floor(next() * from.length)]!
  const words = (most: number) => Array.from({ length: 1 + Math.floor(next() * most) }, () => some(sentences)).join(' ')
  const charts = await Promise.all(
    Object.values(samples)
      .slice(0, 6)
      .map(chart => chartBlock(chart as Chart)),
  )
  const makers: (() => Block[])[] = [
    () => [heading(words(1).slice(0, 60)), paragraph(words(4))],
    () => [heading('What they did', 3), paragraph(words(6)), paragraph(words(2))],
    () => [paragraph(words(9))],
    () => [
      paragraph('What it needs:'),
      ...blocksFrom(Array.from({ length: 2 + Math.floor(next() * 9) }, () => `- ${words(2)}`).join('\n')),
    ],
    () => [
      paragraph('In numbers:'),
      {
        kind: 'table',
        head: ['School', 'What was done there', 'When', 'Pupils'].map(text),
        rows: Array.from({ length: 2 + Math.floor(next() * 12) }, () =>
          [some(['Alder', 'Ysgol y Bryn', 'Weir Lane']), words(1), '14 March 2027', '1,204'].map(text),
        ),
        alignment: [null, null, null, 'right'],
        rowHeads: true,
      },
    ],
    () => [some(charts)],
    () => [some(shown)],
    () => [
      {
        kind: 'quotation',
        blocks: [paragraph(words(2))],
        source: { label: 'E12', title: 'Talk partners', href: '/e' },
      },
    ],
    () => [paragraph(words(1).slice(0, 70), 'claim'), paragraph('We are fairly sure', 'sure'), paragraph(words(3))],
  ]
  const parts = Array.from({ length: 60 }, () => some(makers)()).flat()
  return { ...sample, contents: true, parts: [heading('In short'), ...parts] }
}

async function faultsOf(document: Document, form: Form, asked: Partial<Asked> = {}): Promise<string[]> {
  return layoutFaults(await compose(document, pictures, form), document, pictures, form, asked)
}

describe('no page has a fault that a printer would send back', () => {
  test.each(Object.entries({ 'a write-up': filed, 'a letter': asLetter }))('the sample as %s', async (_, form) => {
    expect(await faultsOf(sample, form)).toEqual([])
  })

  test('the sample as a booklet, where charts find no room', async () => {
    const parts = sample.parts.filter(({ kind }) => kind !== 'chart')
    // A page of A5 is half as high: what belongs together is soon too much for what is left of it.
    expect(await faultsOf({ ...sample, parts }, booklet, { full: 0.35 })).toEqual([])
  })

  test.each([1, 2, 3, 4, 5, 6])(
    'sixty parts thrown together, the %i. time',
    async seed => {
      expect(await faultsOf(await hard(seed), filed)).toEqual([])
    },
    60_000,
  )
})

test('no heading leaves its last word alone on a line', () => {
  const said = 'What we promised, and what became of it'
  for (let width = 180; width < 400; width += 5) {
    const lines = linesOf(plain(said, types.headings[2]), width, types.headings[2])
    const words = lines.map(({ pieces }) =>
      pieces
        .map(({ text: piece }) => piece)
        .join('')
        .trim(),
    )
    expect(words.at(-1), String(width)).not.toBe('it')
  }
})
