import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionIn } from '../../src/search/asking/question.js'
import { dayIn } from '../../src/search/asking/days.js'
import { answers, leafOf } from '../../src/search/matching.js'
import { sentenceFor } from '../../src/search/sentence.js'

const finds = (typed: string, text: string) => answers(questionIn(typed), leafOf('', text))

test.each([
  ['ysgol', 'Aeth hi i’r hysgol'],
  ['hysgol', 'Ysgol y Bryn'],
  ['plant', 'Y blant yn yr iard'],
  ['plant', 'ei phlant'],
  ['plant', 'fy mhlant'],
  ['mhlant', 'plant'],
  ['blant', 'phlant'],
  ['tŷ', 'y dŷ bach'],
  ['tŷ', 'fy nhŷ'],
  ['ty', 'ei thŷ'],
  ['Cymru', 'Croeso i Gymru'],
  ['Cymru', 'yng Nghymru'],
  ['Cymru', 'a Chymru'],
  ['gymru', 'CYMRU'],
  ['gardd', 'yr ardd'],
  ['ardd', 'fy ngardd'],
  ['came', 'Mae’r plant yn y game ac yn yr ysgol'],
])('%s finds “%s”, whatever was mutated', (typed, text) => {
  expect(finds(typed, text)).toBe(true)
})

test.each([
  ['came', 'The children played a game.'],
  ['all', 'They met in the hall.'],
  ['pig', 'It was a big step.'],
  ['gold', 'An old book.'],
  ['paper', 'A beaker of water.'],
])('in English %s does not find “%s”', (typed, text) => {
  expect(finds(typed, text)).toBe(false)
})

test.each([
  ['lodz', 'Łódź'],
  ['café', 'CAFE'],
  ['wojcik', 'Tomasz Wójcik'],
  ['strasse', 'Straße'],
  ["o'neill", 'Sam O’Neill'],
  ['oneill', 'Sam O’Neill'],
  ['half-term', 'after halfterm'],
  ['halfterm', 'after half-term'],
  ['reader', 'two readers'],
  ['stories', 'one story'],
  ['学校', '我们的学校很小'],
  ['学', '我们的学校很小'],
  ['小', '我们的学校很小'],
  ['مدرسة', 'في المدرسة مَدْرَسَة كبيرة'],
  ['বই', 'সে বই পড়ে'],
  ['🙂', 'That was fun 🙂'],
  ['read*', 'reading'],
  ['"reading corner"', 'in the Reading Corner, again'],
  ['reading -comics', 'reading novels'],
  ['"never closed', 'never closed'],
])('%s finds “%s”', (typed, text) => {
  expect(finds(typed, text)).toBe(true)
})

test.each([
  ['"reading corner"', 'a corner for reading'],
  ['reading comics', 'reading novels'],
  ['reading -comics', 'reading comics'],
  ['কি', 'কা'],
])('%s does not find “%s”', (typed, text) => {
  expect(finds(typed, text)).toBe(false)
})

test('filters are taken out of the words, and what only looks like one is left', () => {
  const { terms, filters } = questionIn('reading in:claims school:"Weir Lane" http://x from:1/9/2026')
  expect(filters).toEqual([
    { name: 'in', value: 'claims' },
    { name: 'school', value: 'Weir Lane' },
    { name: 'from', value: '1/9/2026' },
  ])
  expect(terms.map(term => term.said)).toEqual(['reading', 'http://x'])
})

test('dates are read day before month', () => {
  expect(dayIn('5/3/2027')).toEqual({ first: '2027-03-05', last: '2027-03-05' })
  expect(dayIn('March 2027')).toEqual({ first: '2027-03-01', last: '2027-03-31' })
  expect(dayIn('2028-02')).toEqual({ first: '2028-02-01', last: '2028-02-29' })
  expect(dayIn('31/2/2027')).toBeUndefined()
})

test('a hit is shown in its sentence, with the mutated word marked', () => {
  const text = 'Cyn hynny. Aeth y blant i’r ardd gyda’i gilydd. Wedyn cinio.'
  const { stretches } = sentenceFor(text, leafOf('', text).words, questionIn('plant').terms)
  expect(stretches.filter(one => one.marked).map(one => one.text)).toEqual(['blant'])
  expect(stretches.map(one => one.text).join('')).toContain('Aeth y blant i’r ardd')
})

test('nothing that can be typed is too much', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (typed, text) => {
        const question = questionIn(typed)
        const leaf = leafOf(text, text)
        answers(question, leaf)
        sentenceFor(text, leaf.words, question.terms)
      },
    ),
    { numRuns: 300 },
  )
})
