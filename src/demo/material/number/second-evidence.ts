import type { Piece } from '../types.js'

/** What the number group has seen since, in its second cycle. */
export const secondEvidence: Piece[] = [
  {
    key: 'conkers-by-the-door',
    title: 'September, before a single jar',
    whatWeSaw:
      'New Year 4, who had the jar until June. I didn’t mention it. Put 60 conkers on the tray by the door. Nine children said a number as they passed. Last September’s Year 4 walked past.',
    kind: 'observation',
    stage: 'context',
    gatheredOn: '2026-09-10',
    school: 'holly',
    by: 'maeve',
    audience: 'group',
    codes: ['lasting'],
  },
  {
    key: 'what-i-miss-now-i-only',
    title: 'What I miss now I only volunteer',
    whatWeSaw:
      'Watching without needing it to work. Did one jar with my new class and didn’t write down who was right.',
    kind: 'field-note',
    stage: 'context',
    gatheredOn: '2026-09-24',
    school: 'weir',
    by: 'zofia',
    audience: 'group',
    codes: ['lasting'],
  },
  {
    key: 'four-months-later',
    title: 'Four months later',
    whatWeSaw:
      '28 children, three jars each, one child absent and one who wrote “loads”. Those who’d done it daily were off by much less than those who hadn’t. But the ones who hadn’t came to us from other schools, all of them. Sheet attached, it’s from the school system so it’s got semicolons and commas in it.',
    kind: 'assessment-data',
    stage: 'purpose',
    gatheredOn: '2026-10-15',
    school: 'holly',
    by: 'maeve',
    audience: 'network',
    codes: ['lasting'],
    files: [
      {
        name: 'estimating-october-2026.csv',
        alt: 'Table of pupil codes with true number, first estimate, how far off and whether they estimated daily last year',
      },
    ],
  },
  {
    key: 'with-chips',
    title: '“I still do it with chips”',
    whatWeSaw: 'P04, on whether she’s stopped: “I do it with chips. And stairs. And how many sleeps.”',
    kind: 'pupil-voice',
    stage: 'purpose',
    gatheredOn: '2026-10-22',
    school: 'upper-marsh',
    by: 'kasia',
    audience: 'network',
    codes: ['lasting'],
    consent: {
      who: 'pupils',
      audience: 'public',
      givenBy: 'Parent of P04, by form',
      on: '2026-10-23',
      wording: 'May be quoted anywhere by code.',
    },
  },
  {
    key: 'what-fades',
    title: 'What fades and what stays',
    whatWeSaw:
      'A 2014 review of early number programmes: nearly all gains shrink in the year after. The ones that shrank least were those in which the next teacher knew about it. I have sent it to all three of our Year 4 teachers.',
    kind: 'published-research',
    stage: 'purpose',
    gatheredOn: '2026-11-09',
    school: 'holly',
    by: 'maeve',
    audience: 'group',
    codes: ['lasting'],
  },
  {
    key: 'does-the-question-still-leak',
    title: 'Does the question still leak?',
    whatWeSaw: 'If they do it with chips, the habit hasn’t stopped, only ours has. Ask Zofia.',
    kind: 'field-note',
    stage: 'purpose',
    gatheredOn: '2026-11-17',
    school: 'holly',
    by: 'maeve',
    audience: 'private',
    codes: ['lasting'],
  },
]
