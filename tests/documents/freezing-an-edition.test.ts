import { expect, test } from 'vitest'
import type { Document } from '../../src/documents/document.js'
import { hashOf } from '../../src/documents/hash.js'
import { textOf } from '../../src/documents/to-text.js'
import { sample } from './sample.js'

test('an edition that was frozen as JSON and thawed is the same edition', () => {
  expect(hashOf(JSON.parse(JSON.stringify(sample)) as Document)).toBe(hashOf(sample))
})

test('the order in which the fields were written does not matter, nor does a field left undefined', () => {
  const { title, ...rest } = sample
  expect(hashOf({ ...rest, title, address: sample.address })).toBe(hashOf(sample))
  expect(hashOf({ ...sample, titlePage: { ...sample.titlePage, subtitle: undefined } })).toBe(
    hashOf({ ...sample, titlePage: withoutSubtitle() }),
  )
})

test('one changed letter is another edition', () => {
  expect(hashOf({ ...sample, foot: `${sample.foot}.` })).not.toBe(hashOf(sample))
})

test('the plain text has the title page, the stages in words, and every part in order', () => {
  const text = textOf(sample)
  expect(text.indexOf(sample.titlePage.heading)).toBeLessThan(text.indexOf('Purpose: done'))
  expect(text).toContain('Action: we are here')
  expect(text).toContain('• ')
})

function withoutSubtitle() {
  const { subtitle: _, ...rest } = sample.titlePage
  return rest
}
