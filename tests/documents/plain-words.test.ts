import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { textOfBlocks } from '../../src/documents/to-text.js'

const read = (typed: string) => blocksFrom(typed, { lineBreaks: 'kept' })
const seen = (typed: string) => textOfBlocks(read(typed))
const spaced = (words: string) => words.replaceAll(/\s+/g, ' ').trim()

test('a sum keeps its signs, about ten stays about ten, and a year begins a sentence', () => {
  for (const typed of [
    '2*3*4 = 24',
    '3a*b*c',
    '~10~ of them',
    'from ~5 to ~10',
    '2026. That year we began.',
    'read_aloud_often',
  ])
    expect(seen(typed)).toBe(typed)
})

test('what was copied with tabs or four spaces before it is words, not a program', () => {
  for (const typed of ['\tYear 4\tYear 5', '    Bore da\n    Prynhawn da', 'They said:\n\n\tIt was quiet.'])
    for (const block of read(typed)) expect(block.kind).toBe('paragraph')
})

test('marks that were meant are still read', () => {
  expect(read('*quietly* and **loudly**, ~~never~~')).toMatchObject([
    { inlines: [{ kind: 'emphasis' }, {}, { kind: 'strong' }, {}, { kind: 'strike' }] },
  ])
  expect(read('1. first\n2. second')).toMatchObject([{ kind: 'list', ordered: true }])
  expect(read('```\nkept\n```')).toMatchObject([{ kind: 'code', text: 'kept' }])
})

test('words and signs as teachers type them come out as they look', () => {
  const word = fc.constantFrom(
    ...[
      'Year',
      'ŵyna',
      'Łucja',
      'said',
      'p.12',
      '£3.50',
      '(some)',
      '“no”',
      'it’s',
      '5<6',
      'a&b',
      'x>y',
      'Q&A',
      '10%',
      '#5',
    ],
    ...[
      '2*3*4',
      '4*5',
      '~10~',
      '~20',
      'E 12',
      'snake_case',
      '1/2',
      '3-4',
      'C:',
      '2026.',
      '½',
      '@home',
      '[sic]',
      '{x}',
      'a|b',
      '^',
    ],
  )
  const line = fc.tuple(
    fc.constantFrom('', '\t', '    '),
    fc.constantFrom('Then', '2027.', 'But'),
    fc.array(word, { maxLength: 12 }),
  )
  const typed = fc.array(
    line.map(([before, first, words]) => before + [first, ...words].join(' ')),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(typed, fc.constantFrom('\n', '\n\n'), (lines, between) => {
      expect(spaced(seen(lines.join(between)))).toBe(spaced(lines.join(' ')))
    }),
    { numRuns: 500 },
  )
})
