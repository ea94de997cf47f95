import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { idFrom } from '../../src/documents/headings.js'
import { textOf } from '../../src/documents/to-text.js'
import { besides } from '../../src/handouts/leads.js'
import { slidesOf } from '../../src/handouts/slides.js'
import { summaryOf } from '../../src/handouts/summary.js'
import { whatItSays } from '../../src/handouts/what-it-says.js'
import { abstractOf } from '../../src/publishing/editions/abstract.js'
import { compositions } from '../../src/write-ups/composing/index.js'
import type { Logged } from '../../src/write-ups/document/logged.js'
import { writeUpParts } from '../../src/write-ups/parts/parts.js'

const school = (id: string, name: string, adaptation = '') => ({ schoolId: id, name, adaptation, whatHappened: '' })

const action = (words: string, more: object) => ({
  ...{ id: words, action: words, expectedEffect: '', who: '', startsOn: null, endsOn: null, steps: '' },
  ...{ schools: [], measures: [], evidence: [], ...more },
})

const claim = (words: string, strength: string) => ({
  ...{ id: words, number: 1, claim: words, strength, sureBecause: '', whatWouldChange: '' },
  ...{ for: [], against: [], coverage: { schools: [], elsewhere: 0, withoutSchool: 0, warnings: [] } },
})

const advice = (words: string, reasons: string, releaseDays: number | null) => ({
  ...{ recommendation: words, reasons, releaseDays, cost: '', responses: [], evidenceIds: [] },
})

const fields: Record<string, string> = {
  'evidence.seeing': 'We are sure that books lay about.',
  'evidence.missing': 'Families who speak no English.',
  'action.reasoning': 'Because nobody chose, we thought that choosing was worth a try.',
  'evaluation.whatDidNotWork': 'Certificates did nothing.',
}

/** What a group logged that has written nothing of its write-up itself. */
const logged = {
  enquiry: { question: 'Who chooses the book?', beganAt: '2026-09-01', finishedAt: null },
  why: '',
  words: (field: string) => fields[field] ?? '',
  inOrder: () => 0,
  named: { authors: [{ name: 'Ann' }], schools: [{ name: 'Weir Lane' }] },
  pieces: [],
  claims: [
    claim('Children read what a friend has read', 'fairly sure'),
    claim('Shelves must face outwards', 'a hunch'),
  ],
  actions: [
    action('Children choose a book on Fridays', {
      expectedEffect: 'More children choose a book on Fridays',
      steps: 'Lay out books\nLet them choose',
      schools: [school('weir', 'Weir Lane', 'In the hall.'), school('bryn', 'Ysgol y Bryn')],
    }),
    action('Older children read to younger ones', {}),
    action('Two minutes of trailers', { who: 'Ann', schools: [school('weir', 'Weir Lane', 'On Mondays.')] }),
  ],
  effects: [
    {
      ...{ actionId: 'Children choose a book on Fridays', schoolId: 'weir', school: 'Weir Lane', evidence: [] },
      ...{ judgement: 'made some difference', confidence: 'sure', forWhom: 'pupils', whatHappened: '', whyHere: '' },
    },
  ],
  recommendations: [
    advice('Give every class ten minutes to choose', '## Why\n\nIt costs little.', 2),
    advice('Turn the shelves round', '', null),
  ],
  ...{ parts: [], challenges: [], moves: [], mayGoOut: new Set() },
} as unknown as Logged

const told = ['summary', 'evidence', 'claims', 'action', 'evaluation', 'what-did-not-work', 'recommendations'] as const

function written(by: Logged, without: string[] = []): Document {
  const parts = writeUpParts.filter(({ part }) => told.some(one => one === part) && !without.includes(part))
  return {
    ...{ title: 'Who chooses?', language: 'en-GB', kindOfDocument: 'Write-up', contents: true, foot: '' },
    titlePage: { heading: 'Who chooses the book?', lines: [] },
    parts: parts.flatMap(({ part, heading }) => [
      { kind: 'heading' as const, level: 2, id: idFrom(heading), inlines: [{ kind: 'text' as const, text: heading }] },
      ...blocksFrom(compositions[part](by)),
    ]),
  }
}

describe('of a write-up that nobody has edited', () => {
  const said = whatItSays(written(logged))

  test('what was tried is each action and where, not the words below it', () => {
    expect([said.tried, said.actions]).toEqual([
      [],
      [
        'Children choose a book on Fridays, at Weir Lane and Ysgol y Bryn.',
        'Older children read to younger ones.',
        'Two minutes of trailers, at Weir Lane.',
      ],
    ])
  })

  test.each([
    ['the summary', summaryOf],
    ['the slides', slidesOf],
  ])('%s say what was tried, and how much more there is', (_, make) => {
    const words = textOf(make(written(logged)).document)
    expect(words).toContain('Children choose a book on Fridays, at Weir Lane and Ysgol y Bryn.')
    expect(words).toContain('One more action is told in the whole write-up.')
    expect(words).not.toContain('What we expected')
  })

  test('what was looked at is not whom nobody heard', () => {
    expect(said.looked).toEqual([])
  })

  test('what the group began to see is no claim, however sure it says it is', () => {
    expect(said.found.map(one => [one.claim, one.sure])).toEqual([
      ['Children read what a friend has read', 'We are fairly sure'],
      ['Shelves must face outwards', 'This is a hunch'],
    ])
  })

  test('every recommendation is told, also one without a reason, and no heading within its reasons', () => {
    expect(said.advice).toEqual([
      { recommendation: 'Give every class ten minutes to choose', cost: '2 days of release time.' },
      { recommendation: 'Turn the shelves round', cost: '' },
    ])
  })

  test('what did not work and what difference it made stand as the parts say them', () => {
    expect(said.didNotWork).toEqual(['Certificates did nothing.'])
    expect(said.effects?.rows).toHaveLength(1)
  })

  test('a group’s own words that open the part are told instead of the actions', () => {
    const whole = written(logged)
    const at = whole.parts.findIndex(block => block.kind === 'heading' && block.id === 'what-we-tried-and-where')
    const parts = [...whole.parts]
    parts.splice(at + 1, 0, ...blocksFrom('We let children choose.'))
    expect(whatItSays({ ...whole, parts }).tried).toEqual(['We let children choose.'])
  })

  test('headings that a part is composed with are known to the short forms', () => {
    const all = textOf(written(logged))
    for (const heading of [besides.seeing, besides.missing, besides.reasoning]) expect(all).toContain(heading)
  })

  test('its abstract tells what was found with how sure the group is, and leads to nothing that is missing', () => {
    const abstract = abstractOf(written(logged))
    expect(abstract).toContain(
      'What we found, the surest first: Children read what a friend has read. We are fairly sure.',
    )
    expect(abstract).not.toMatch(/:\s*(?:What we|$)/)
    expect(abstract.length).toBeLessThanOrEqual(320)
  })
})
