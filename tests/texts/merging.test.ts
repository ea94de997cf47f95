import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge } from '../../src/texts/merging.js'

const paragraph = (number: number) =>
  `In week ${number} we asked the quiet girls of Year ${number % 7} what they had read.`
const longText = (letters: number) =>
  Array.from({ length: Math.ceil(letters / 70) }, (_, at) => paragraph(at))
    .join('\n\n')
    .slice(0, letters)

function inAMoment<Result>(work: () => Result): Result {
  const began = Date.now()
  const result = work()
  expect(Date.now() - began).toBeLessThan(5000)
  return result
}

test.each([6000, 50_000, 200_000])(
  'one in front and one at the end of %i characters are both kept at once',
  letters => {
    const base = longText(letters)
    const added = 'A whole new beginning, with the words of three mothers. '.repeat(letters / 100)
    expect(inAMoment(() => merge(base, added + base, `${base} And an end.`)) === `${added}${base} And an end.`).toBe(
      true,
    )
  },
)

test('a text of short words, of one word without end, or of nothing but spaces costs no more than another', () => {
  for (const base of ['a '.repeat(100_000), 'a'.repeat(200_000)])
    expect(inAMoment(() => merge(base, `x\n\n${base}`, `${base}\n\ny`)) === `x\n\n${base}\n\ny`).toBe(true)
  const spaces = ' \n'.repeat(100_000)
  expect(inAMoment(() => merge(spaces, `x${spaces}`, `${spaces}y`)) === `x${spaces}y`).toBe(true)
})

test('a text written anew by one and changed within by the other is shown to both', () => {
  const base = longText(50_000)
  const anew = Array.from({ length: 9000 }, (_, at) => `other${at}`).join(' ')
  expect(inAMoment(() => merge(base, anew, base.replace('week 100 we', 'week 100 they')))).toBeUndefined()
})

test('several places changed by each come together, and the same change by both is made once', () => {
  const base = 'One two three.\n\nFour five six.\n\nSeven eight nine.'
  expect(
    merge(
      base,
      'One 2 three.\n\nFour five six.\n\nSeven 8 nine.',
      'One two three.\n\nFour 5 six, and so on.\n\nSeven 8 nine.',
    ),
  ).toBe('One 2 three.\n\nFour 5 six, and so on.\n\nSeven 8 nine.')
  expect(merge(base, base, 'Nothing.')).toBe('Nothing.')
  expect(merge(base, '', base)).toBe('')
  expect(merge(base, '', base.replace('five', '5'))).toBeUndefined()
  expect(merge('', 'mine', 'mine')).toBe('mine')
})

test('what two write behind the end of a text, or both into an empty one, stands one after the other', () => {
  expect(merge('', 'We met at Coed.', 'Nia opened.')).toBe('Nia opened.\n\nWe met at Coed.')
  expect(merge('Said.', 'Said. Ann doubts it.', 'Said. Bo agrees.')).toBe('Said. Ann doubts it. Bo agrees.')
  expect(merge('Said.', 'Said.\n\nFirst.', 'Said.\n\nThen.')).toBe('Said.\n\nFirst.\n\nThen.')
  expect(merge('Said', 'Said now', 'Said then, and')).toBe('Said now then, and')
})

test('whoever sends again what they wrote on with, because an answer was lost, has written it once', () => {
  expect(merge('', 'Nia opened', 'Nia opened the meeting.')).toBe('Nia opened the meeting.')
  expect(merge('Said.', 'Said. Nia', 'Said. Nia opened.')).toBe('Said. Nia opened.')
})

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '\n\n'), { maxLength: 12 }).map(words => words.join(' '))

test('what only one person changed is what stands, whoever it was', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(merge(base, other, base)).toBe(other)
      expect(merge(base, base, other)).toBe(other)
      expect(merge(base, other, other)).toBe(other)
    }),
  )
})

test('it makes no difference who saved first', () => {
  fc.assert(
    fc.property(text, text, text, (base, one, other) => {
      expect(merge(base, one, other)).toBe(merge(base, other, one))
    }),
  )
})
