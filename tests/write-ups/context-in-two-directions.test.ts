import { expect, test } from 'vitest'
import type { Logged } from '../../src/write-ups/document/logged.js'
import { composeContext } from '../../src/write-ups/composing/context.js'
import { cardFields } from '../../src/enquiries/stages/stage-fields.js'

const contextOf = (body: string) => {
  const texts = { [cardFields[0].field]: { body } }
  const cards = [{ school: 'Ash School', phase: 'Primary', roll: 88, texts }]
  return composeContext({ cards, expertise: [], words: () => '' } as unknown as Logged)
}

test('what is known of a school stands before its words, and apart from those that are read from the right', () => {
  expect(contextOf('Two classes.')).toContain('*Primary, 88 pupils.* Two classes.')
  expect(contextOf('مدرسة صغيرة في القرية')).toContain('*Primary, 88 pupils.*\n\nمدرسة صغيرة في القرية')
})
