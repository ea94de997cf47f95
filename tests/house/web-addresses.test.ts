import { expect, test } from 'vitest'
import { addressHereOrOnTheWeb, webAddress } from '../../src/web/fields.js'

test.each([
  ['www.school.example', 'https://www.school.example'],
  ['school.example/page?x=1#top', 'https://school.example/page?x=1#top'],
  ['school.example:8080/page', 'https://school.example:8080/page'],
  ['http://school.example', 'http://school.example'],
  ['  https://school.example/ŵyn ', 'https://school.example/ŵyn'],
  ['', ''],
])('an address typed as people say it is taken: %s', (typed, kept) => {
  expect(webAddress().parse(typed)).toBe(kept)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.example',
  'not an address',
  'word',
  '/published',
  'a@b.example',
])('what no browser opens as a page is none: %s', typed => {
  expect(webAddress().safeParse(typed).success).toBe(false)
})

test('a page here is one by its path, where that is asked', () => {
  expect(addressHereOrOnTheWeb().parse('/published/write-ups/reading')).toBe('/published/write-ups/reading')
  expect(addressHereOrOnTheWeb().parse('www.school.example')).toBe('https://www.school.example')
  for (const typed of ['//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])
    expect(addressHereOrOnTheWeb().safeParse(typed).success).toBe(false)
})
