import { expect, test } from 'vitest'
import { termLikelyNext } from '../../src/networks/terms/terms.js'

test.each([
  ['2026-12-18', 'Spring term 2027'],
  ['2027-03-26', 'Summer term 2027'],
  ['2027-07-21', 'Autumn term 2027'],
  ['2027-12-17', 'Spring term 2028'],
])('after a term that ends on %s the next one proposed is %s', (endsOn, name) => {
  expect(termLikelyNext([{ endsOn }])?.name).toBe(name)
})
