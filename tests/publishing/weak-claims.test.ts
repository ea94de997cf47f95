import { expect, test } from 'vitest'
import { coverageOf } from '../../src/claims/coverage/coverage.js'
import type { ClaimSaid } from '../../src/handouts/what-it-says.js'
import type { RecordedClaim } from '../../src/publishing/submitting/recorded-claims.js'
import { asToldIn, weakAmong } from '../../src/publishing/submitting/weak-claims.js'

const bryn = { id: 'bryn', name: 'Ysgol y Bryn' }
const weir = { id: 'weir', name: 'Weir Lane' }
const seen = (by: string, school: typeof bryn, kind: 'observation' | 'interview' = 'observation') => ({
  ...{ kind, schools: [school], loggedBy: by, gatheredOn: by === 'sam' ? '2026-01-10' : '2026-03-20' },
})
const strong = [seen('sam', bryn), seen('nia', weir, 'interview')]

function recorded(more: Partial<RecordedClaim> = {}): RecordedClaim {
  return { claim: 'Children ask more.', strength: 'sure', against: 1, coverage: coverageOf(strong, strong), ...more }
}

function told(more: Partial<ClaimSaid> = {}): ClaimSaid {
  return {
    ...{ claim: 'Children ask more', sure: 'We are sure', because: '', against: 'But: one did not.' },
    ...{ saysNothingAgainst: false, moreAgainst: 0, asked: '' },
    ...more,
  }
}

test('a claim of two schools and two kinds, with its objection told, is named to nobody', () => {
  expect(weakAmong([recorded()], [told()])).toEqual([])
})

test('how sure a group is comes from what it recorded, whatever words its write-up has now', () => {
  const because = (one: RecordedClaim, words: ClaimSaid[]) => weakAmong([one], words)[0]!.because
  expect(because(recorded({ strength: 'a hunch' }), [told()])).toEqual([
    'The write-up says “We are sure”, and it is recorded as a hunch.',
  ])
  expect(because(recorded(), [told({ sure: '' })])).toEqual([
    'The write-up does not say how sure the group is. Recorded is: sure.',
  ])
  expect(because(recorded({ against: 2 }), [told({ against: '' })])).toEqual([
    '2 pieces of evidence speak against it, and the write-up tells of none.',
  ])
})

test('leaning on one school is said although the write-up left the sentence out, and a place elsewhere is a second one', () => {
  const one = recorded({ against: 0, coverage: coverageOf([seen('sam', bryn), seen('nia', bryn, 'interview')], []) })
  expect(weakAmong([one], [told({ against: '' })])[0]!.because).toEqual([
    'Nothing is told that speaks against it: nothing was found, or nobody looked.',
    'All that speaks for it comes from one school, Ysgol y Bryn.',
  ])
  const elsewhere = { ...seen('nia', bryn, 'interview'), schools: [], elsewhere: 'A school in Leith' }
  expect(coverageOf([seen('sam', bryn), elsewhere], []).warnings.map(warning => warning.asks)).not.toContain(
    'All that speaks for it comes from one school, Ysgol y Bryn',
  )
})

test('a claim that is told in other words than those recorded is named on both sides', () => {
  const claims = weakAmong([recorded({ against: 0 })], [told({ claim: 'Children always ask more' })])
  expect(claims.map(one => [one.claim, one.because.at(-1)])).toEqual([
    ['Children ask more.', 'The write-up does not tell it in the words that were recorded.'],
    ['Children always ask more', 'No claim is recorded in these words, so nothing shows what it leans on.'],
  ])
})

test('whoever approves from outside the group reads nothing of its records that the write-up does not tell', () => {
  const kept = recorded({ claim: 'A claim that was left out', against: 0 })
  const leaning = recorded({ against: 2, coverage: coverageOf([seen('sam', bryn)], strong) })
  const parts = (words: string) => ({
    parts: [{ kind: 'paragraph' as const, inlines: [{ kind: 'text' as const, text: words }] }],
  })
  const found = [told({ against: '' })]
  expect(weakAmong(asToldIn(parts('Children ask more.'), [kept, leaning], found), found)).toEqual([
    {
      claim: 'Children ask more.',
      because: ['Nothing is told that speaks against it: nothing was found, or nobody looked.'],
    },
  ])
  const sentence = 'One piece of evidence speaks for it'
  expect(asToldIn(parts(`${sentence}.`), [leaning], found)[0]!.coverage.warnings.map(one => one.asks)).toEqual([
    sentence,
  ])
})
