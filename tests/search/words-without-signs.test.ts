import { expect, test } from 'vitest'
import { plainWords } from '../../src/search/plain.js'

test('a Markdown text is read without its signs', () => {
  expect(
    plainWords('# What **we** saw\n- [the report](https://example.org), ![a graph](x.png)\n2. `code` ~~gone~~'),
  ).toBe('What we saw\nthe report, a graph\ncode gone')
})

test('a bracket that opens no link stays, and its words with it', () => {
  expect(plainWords('[a] (b) [c](d e')).toBe('[a] (b) [c](d e')
  expect(plainWords('see [one [two](there) or [three](\nhere)')).toBe('see one [two or [three](\nhere)')
  expect(plainWords('[](x)[y](z)](w)')).toBe('y](w)')
})

test('a text of nothing but brackets is read in a moment', () => {
  const began = Date.now()
  for (const signs of ['[', '![', '[](', '](', '[a](b', '[\n', '* ', '_', ' \t', '- '])
    plainWords(`reading ${signs.repeat(100_000)}`)
  expect(Date.now() - began).toBeLessThan(3000)
})
