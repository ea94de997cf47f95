import { heads, twelve } from './companies.js'
import type { ReviewMaterial } from './types.js'

/** Where the network stands between structures and processes. */
export const square: ReviewMaterial[] = [
  {
    key: 'square',
    instrument: 'structures-and-processes',
    title: 'Where our network is, summer 2026',
    why: '',
    company: 'the heads, and two from each school who are in groups',
    by: 'nia',
    opened: '2026-06-08',
    answerBy: '2026-06-19',
    closed: '2026-06-22',
    asked: [...twelve, 'ifan', 'bilal', 'zofia', 'sam'],
    answers: [...heads, 'nia', 'tomasz', 'gwen', 'kasia', 'ifan', 'bilal', 'sam'],
    middle: {
      ...{
        'm-leading': 3.2,
        'm-coordination': 2.9,
        'm-money': 1.9,
        'm-rhythm': 2.4,
        'm-terms': 1.6,
        'm-joining': 1.8,
        'm-records': 2.3,
      },
      ...{ 'm-candour': 2.5, 'm-learning': 3.2, 'm-enquiry': 3.4, 'm-challenge': 2.1, 'm-newcomers': 2 },
      ...{ 'm-sharing': 3.1, 'm-celebrating': 2.3, 'm-evidence': 2.8 },
    },
    places: {
      ...{ mair: '5,7', geraint: '4,8', joanna: '6,6', imran: '5,7', carys: '4,7', owen: '3,6', nia: '5,8' },
      ...{ tomasz: '4,7', gwen: '6,8', kasia: '3,7', ifan: '2,5', bilal: '5,7', sam: '4,6' },
    },
    said: [
      {
        by: 'carys',
        item: 'm-place-words',
        words: 'We are lively because of four people. If two of them caught flu we would find out how firm we are.',
      },
      { by: 'ifan', item: 'm-place-words', words: 'From where I stand I see the posters and not the meetings.' },
      { by: 'joanna', item: 'm-structures-words', words: 'The minibus timetable. I mean it.' },
      { by: 'gwen', item: 'm-processes-words', words: 'We laugh a lot. It ought to be on the list.' },
    ],
    talk: { on: '2026-06-25', where: 'The yard at Upper Marsh' },
    told: ['m-place'],
    chosen: [
      {
        item: 'm-terms',
        what: 'One page that says what each of our meetings is for, and how somebody joins and leaves.',
        on: '2026-06-25',
        action: { doing: 'Write the page and bring it to the heads', owner: 'rhian', dueOn: '2026-10-02' },
        done: {
          on: '2026-10-01',
          by: 'rhian',
          cameOfIt: 'It fits on one side. Two meetings turned out to be for nothing, and we have stopped them.',
        },
      },
    ],
  },
]
