import { expect, test } from 'vitest'
import { adoptionChart, evidenceByKindAndSchool } from '../../src/write-ups/document/charts.js'
import * as says from '../../src/write-ups/sentences.js'

const bryn = { id: 'bryn', name: 'Ysgol y Bryn' }
const weir = { id: 'weir', name: 'Weir Lane' }

test.each([
  [says.whereItComesFrom(['Bryn'], 0, 1), 'What we looked at comes from Bryn and elsewhere.'],
  [
    says.whereItComesFrom(['Bryn', 'Weir Lane'], 1),
    'What we looked at comes from Bryn and Weir Lane; for 1 piece no school was noted.',
  ],
  [
    says.howMuchWasLogged({
      ...{ people: 1, pieces: 2, schools: 1, elsewhere: true, withoutSchool: 1 },
      ...{ first: '2026-03-05', last: '2026-03-05' },
    }),
    '1 colleague logged 2 pieces of evidence in 1 school and elsewhere, gathered on 5 March 2026. For 1 of them no school was noted.',
  ],
  [says.howSureWeAre('a hunch'), 'This is a hunch.'],
  [says.howSureWeAre('fairly sure'), 'We are fairly sure.'],
  [says.onBothSides(2, 3), '2 pieces speak for it, 3 against.'],
  [says.onBothSides(1, 0), '1 piece speaks for it, none against.'],
  [says.onBothSides(0, 0), 'No evidence is told for it or against it.'],
  [
    says.againstInShort('[[E4]]', 'they stopped in June', 1),
    'Against it speaks [[E4]]: they stopped in June. So does one more piece.',
  ],
  [says.effectSaid('made some difference', 'fairly sure'), 'We are fairly sure that it made some difference.'],
  [says.effectSaid('too early to say', 'a hunch'), 'It is too early to say what difference it made.'],
  [says.effectInCell('too early to say', 'sure'), 'Too early to say'],
  [says.forWhomSaid('too early to say', 'pupils'), ''],
  [says.forWhomSaid('made some difference', 'pupils, leadership'), 'It was seen with pupils and those who lead.'],
  [
    says.madeNoDifference('Certificates.', 'Weir Lane', 'made no difference we could see', 'sure'),
    'Certificates, at Weir Lane: it made no difference we could see, of which we are sure.',
  ],
  [says.knowsHow('A head', 'Bryn', 'prepare a visit', ''), '**A head (Bryn)** knows how to prepare a visit.'],
  [
    says.leverageSaid('It matters to children', 'partly', 'heads who think so'),
    '**It matters to children: partly.** Heads who think so.',
  ],
  [says.whenSaid('2026-11-12', '2026-11-12'), 'On 12 November 2026'],
  [
    says.answersNotTold({ privately: 1, unanswered: 2, withoutHead: 1 }),
    '1 school has answered, for the group alone. 2 schools have not answered yet. 1 school has no head here who could answer, and has not answered on paper.',
  ],
])('%s', (said, expected) => expect(said).toBe(expected))

test('the chart of the evidence counts a piece of two schools at each and one of none beside them, and says so', () => {
  const chart = evidenceByKindAndSchool([
    { kind: 'observation', schools: [bryn, weir] },
    { kind: 'observation', schools: [bryn] },
    { kind: 'interview', schools: [weir] },
    { kind: 'interview', schools: [] },
    { kind: 'observation', schools: [] },
  ])
  if (chart?.kind !== 'grid') throw new Error('there is no chart')
  expect(chart.sentence).toBe(
    '5 pieces of evidence, 3 of them by observation. 1 piece comes from several schools and is counted at each. For 2 pieces no school was noted.',
  )
  expect(chart.columns.at(-1)).toBe('No school noted')
  expect(chart.cells.flat().reduce((sum, one) => sum! + one!, 0)).toBe(6)
})

test('what became of recommendations counts schools once, and keeps apart who has not answered from who answered privately', () => {
  const one = (schoolId: string, answer: 'accept' | 'decline' | null, publicAt: string | null, hasHead = true) => ({
    ...{ schoolId, answer, publicAt, hasHead },
    adoption: answer === 'accept' ? ('considering' as const) : null,
  })
  const chart = adoptionChart([
    { number: 1, responses: [one('a', 'accept', 'x'), one('b', 'decline', null), one('c', null, null, false)] },
    { number: 2, responses: [one('a', null, null), one('b', 'decline', 'x')] },
  ])
  if (chart?.kind !== 'grid') throw new Error('there is no chart')
  expect(chart.columns).toEqual([
    'Accepted',
    'Declined',
    'Answered for the group alone',
    'No answer yet',
    'No head here',
  ])
  expect(chart.cells).toEqual([
    [1, 0, 1, 0, 1],
    [0, 1, 0, 1, 0],
  ])
  expect(chart.sentence).toBe(
    '2 recommendations were sent to 3 schools, which makes 5 answers in all: 3 have come, and 2 may be told here.',
  )
})
