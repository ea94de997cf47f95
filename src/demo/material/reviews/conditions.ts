import { heads, twelve } from './companies.js'
import type { ReviewMaterial } from './types.js'

/** What the network needs, and what is in its way. */
export const conditions: ReviewMaterial[] = [
  {
    key: 'conditions',
    instrument: 'conditions',
    title: 'What we need, and what is in the way',
    why: 'The grant ends in a year. What must be there without it?',
    company: 'the heads and everybody who leads a group or a theme',
    by: 'rhian',
    opened: '2026-03-02',
    answerBy: '2026-03-18',
    closed: '2026-03-19',
    asked: [...twelve, 'ifan', 'eleri', 'maeve'],
    answers: [...heads, 'nia', 'rhian', 'tomasz', 'sadia', 'gwen', 'ifan', 'maeve'],
    middle: {
      ...{ 'c-purpose': 3, 'c-talk': 2, 'c-together': 2.8, 'c-facilitate': 2.3, 'c-conflict': 1.8, 'c-change': 2.2 },
      ...{ 'c-funding': 1.8, 'c-coordination': 2.6, 'c-tiers': 2, 'c-outside': 2.9, 'c-flexible': 3.3 },
      ...{ 'c-authority': 2, 'c-partners': 1.6, 'c-policy': 1.5, 'c-initiatives': 2.5 },
      ...{
        'b-priorities': 3.2,
        'b-capacity': 2.9,
        'b-time': 3.5,
        'b-engagement': 1.9,
        'b-competition': 1.3,
        'b-culture': 1.8,
      },
    },
    matters: {
      ...{ 'c-purpose': 3.5, 'c-talk': 3.4, 'c-together': 3, 'c-facilitate': 2.7, 'c-conflict': 2.6, 'c-change': 2.4 },
      ...{ 'c-funding': 3.2, 'c-coordination': 3.6, 'c-tiers': 2, 'c-outside': 2.7, 'c-flexible': 2.9 },
      ...{ 'c-authority': 1.9, 'c-partners': 1.7, 'c-policy': 2.2, 'c-initiatives': 2.1 },
      ...{
        'b-priorities': 3.1,
        'b-capacity': 3,
        'b-time': 3.6,
        'b-engagement': 2.4,
        'b-competition': 1.6,
        'b-culture': 2,
      },
    },
    said: [
      {
        by: 'ifan',
        item: 'c-personal-words',
        words: 'Teaching assistants hear of things last, and often from the children.',
      },
      {
        by: 'mair',
        item: 'c-personal-words',
        words: 'We are so polite that nobody knew there were two opinions about the marking policy.',
      },
      {
        by: 'geraint',
        item: 'c-structural-words',
        words: 'In a school of 35 there is nobody to co-ordinate but the person who also drives the minibus.',
      },
      {
        by: 'sadia',
        item: 'b-words',
        words: 'The hour after school on Wednesdays that our head keeps free. Nothing else has moved it as much.',
      },
      { by: 'owen', item: 'b-words', words: 'Three inspections in one term.' },
    ],
    talk: { on: '2026-03-26', where: 'Heads’ meeting, River Road' },
    chosen: [
      {
        item: 'c-talk',
        what: 'Everybody in our schools hears what the groups find, assistants and kitchens too.',
        on: '2026-03-26',
        action: {
          doing: 'A letter of one page each half term, read out at briefing',
          owner: 'tomasz',
          dueOn: '2026-12-11',
        },
      },
    ],
  },
]
