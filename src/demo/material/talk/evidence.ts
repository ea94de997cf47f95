import type { Piece } from '../types.js'

/** The first things the talk group noticed. */
export const evidence: Piece[] = [
  {
    key: 'i-just-knew',
    title: '“I just knew”',
    whatWeSaw:
      'Asked eleven children how they’d got 48. Seven said some form of “I just knew”. Three told me the answer again, louder. One showed me with her fingers and then hid them.',
    kind: 'observation',
    stage: 'context',
    gatheredOn: '2026-10-13',
    school: 'bryn',
    by: 'gwen',
    audience: 'group',
    codes: ['explaining'],
  },
  {
    key: 'talk-stems',
    title: 'Our talk stems display, as it is',
    whatWeSaw:
      'It has been up since 2024. I asked the class to close their eyes and tell me one of the six. Two could. We are very proud of this display.',
    kind: 'photograph',
    stage: 'context',
    gatheredOn: '2026-10-22',
    school: 'river',
    by: 'bilal',
    audience: 'network',
    codes: ['stems'],
    files: [
      {
        name: 'talk-stems-display.jpg',
        alt: 'Purple display with six white speech shapes holding sentence beginnings such as I see it differently because',
      },
    ],
    consent: {
      who: 'no one',
      audience: 'public',
      givenBy: 'No children in it',
      on: '2026-10-22',
      wording: 'May be shown anywhere.',
    },
  },
  {
    key: 'breathing-in',
    title: 'What the partner does',
    whatWeSaw:
      'Watched six pairs in “talk to your partner” with a stopwatch under the desk. Average length of one child speaking: four seconds. In five of the six pairs the other was waiting, not listening. You can tell by the breathing in.',
    kind: 'observation',
    stage: 'context',
    gatheredOn: '2026-11-04',
    school: 'bryn',
    by: 'gwen',
    audience: 'group',
    codes: ['listening'],
  },
  {
    key: 'listen-differently',
    title: 'Explaining somebody else’s way',
    whatWeSaw:
      'Tried the question on two pairs just to see. P44: “I can’t say hers, I don’t know what she did. Can I say mine?” P47: “You have to listen completely different.”',
    kind: 'pupil-voice',
    stage: 'context',
    gatheredOn: '2026-11-05',
    school: 'river',
    by: 'bilal',
    audience: 'group',
    codes: ['explaining', 'listening'],
    consent: {
      who: 'pupils',
      audience: 'network',
      givenBy: 'Parents of P44 and P47, by form',
      on: '2026-11-09',
      wording: 'Words by code to the eight schools.',
    },
  },
  {
    key: 'do-they-do-it-in-two',
    title: 'Do they do it in two languages?',
    whatWeSaw:
      'P47 explained it to her cousin in Polish under the table, then to me in half the words. Something to come back to when we have a question that stays still.',
    kind: 'field-note',
    stage: 'context',
    gatheredOn: '2026-11-12',
    school: 'river',
    by: 'bilal',
    audience: 'private',
    codes: ['explaining'],
  },
]
