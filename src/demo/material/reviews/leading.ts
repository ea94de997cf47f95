import { twelve } from './companies.js'
import type { ReviewMaterial } from './types.js'

/** How leadership is shared, in two rounds a year apart. */
export const leading: ReviewMaterial[] = [
  {
    key: 'leading-2025',
    instrument: 'sharing-leadership',
    title: 'How we lead together, autumn 2025',
    why: 'Two years in, five heads still do most of it. Let us look before we plan the third year.',
    company: 'the heads, the leaders of the network and those who lead groups',
    by: 'nia',
    opened: '2025-11-10',
    answerBy: '2025-11-26',
    closed: '2025-11-27',
    asked: twelve,
    answers: twelve,
    middle: {
      ...{ 'l-outside': 1.6, 'l-trust': 2.7, 'l-agenda': 2.3, 'l-meeting': 2.1, 'l-travel': 1.9, 'l-alike': 2.8 },
      ...{
        's-volunteers': 3.1,
        's-asked': 2,
        's-own': 2.4,
        's-elsewhere': 1.3,
        's-heads': 2.9,
        's-after': 1.5,
        's-class': 1.9,
      },
      ...{
        'e-questions': 2.7,
        'e-hands': 2.6,
        'e-ours': 3.2,
        'e-engaged': 2,
        'e-governors': 1.4,
        'e-writing': 1.7,
        'e-class': 1.8,
      },
      ...{ 'p-why': 2.6, 'p-alone': 2.8, 'p-others': 2.4, 'p-real': 2.7, 'p-hard': 2.1 },
    },
    said: [
      {
        by: 'geraint',
        item: 'l-words',
        words:
          'I teach four days. The last time I sat in somebody else’s school on a school day was before my daughter was born.',
      },
      {
        by: 'imran',
        item: 'l-words',
        words:
          'The evening when one of us said that the new reading scheme was not working, and three others said “ours neither”.',
      },
      {
        by: 'sadia',
        item: 's-words',
        words: 'She was asked by name, by somebody she respects, in the car park. That was all it took.',
      },
      { by: 'joanna', item: 's-words', words: 'We all wait for the same two to put their hands up.', quietly: true },
      {
        by: 'gwen',
        item: 'e-words',
        words: 'We stopped setting maths homework as sheets, because the children told us who really did them.',
      },
      {
        by: 'owen',
        item: 'p-words',
        words: 'Year 6 from the two smallest schools went to camp with somebody their own age to share a tent with.',
      },
      {
        by: 'rhian',
        item: 'p-words',
        words: 'If it stopped tomorrow, our Polish families would lose the storytellers. That is real.',
      },
    ],
    talk: { on: '2025-12-04', where: 'Ysgol y Bryn, after school' },
    told: ['l-outside', 's-after', 'e-ours'],
    chosen: [
      {
        item: 'l-outside',
        what: 'Every head spends one morning in another school before the summer, and somebody covers.',
        on: '2025-12-04',
        action: {
          doing: 'Draw up who covers for whom, one morning each half term',
          owner: 'carys',
          dueOn: '2026-01-23',
        },
        done: {
          on: '2026-07-10',
          by: 'carys',
          cameOfIt:
            'Five of six heads went. Owen covered Year 2 at Glan-wŷ himself and still talks about it. The sixth morning fell to the flood.',
        },
      },
      {
        item: 's-asked',
        what: 'Each head asks one colleague by name who has never led anything across schools.',
        on: '2025-12-04',
        action: { doing: 'Ask, and tell Nia who said yes', owner: 'joanna', dueOn: '2026-02-13' },
        done: {
          on: '2026-03-20',
          by: 'joanna',
          cameOfIt: 'Four were asked and three said yes. Two of them lead a group now.',
        },
      },
    ],
  },
  {
    key: 'leading-2026',
    instrument: 'sharing-leadership',
    title: 'How we lead together, a year on',
    why: 'The same questions as last November, and the same twelve of us. Has anything moved?',
    company: 'the same twelve as last year',
    by: 'nia',
    follows: 'leading-2025',
    opened: '2026-10-22',
    answerBy: '2026-11-11',
    closed: '2026-11-12',
    asked: twelve,
    answers: twelve,
    middle: {
      ...{ 'l-outside': 2.7, 'l-trust': 3, 'l-agenda': 2.5, 'l-meeting': 2.6, 'l-travel': 2.4, 'l-alike': 2.9 },
      ...{
        's-volunteers': 3.2,
        's-asked': 2.9,
        's-own': 2.6,
        's-elsewhere': 1.6,
        's-heads': 3.1,
        's-after': 1.5,
        's-class': 2.2,
      },
      ...{
        'e-questions': 2.9,
        'e-hands': 2.9,
        'e-ours': 3.3,
        'e-engaged': 2.5,
        'e-governors': 1.5,
        'e-writing': 1.9,
        'e-class': 2.1,
      },
      ...{ 'p-why': 2.8, 'p-alone': 2.9, 'p-others': 2.8, 'p-real': 3, 'p-hard': 2.3 },
    },
    said: [
      {
        by: 'geraint',
        item: 'l-words',
        words: 'I have now seen four other schools on a school day. In one of them the head was making the custard.',
      },
      {
        by: 'carys',
        item: 'l-words',
        words: 'We still learn more in the car home than in the meeting. Perhaps we should meet in the car.',
      },
      { by: 'kasia', item: 's-words', words: 'Being asked, and then being left alone with it. In that order.' },
      { by: 'mair', item: 's-words', words: 'Nobody comes after two of us, and we all know which two.' },
      { by: 'tomasz', item: 'e-words', words: 'The storytellers. It began as a question about books.' },
      { by: 'joanna', item: 'e-words', words: 'My governors asked me what an enquiry is. I had no short answer.' },
      { by: 'owen', item: 'p-words', words: 'I know the names of children at Glan-wŷ now. I did not a year ago.' },
    ],
    talk: { on: '2026-11-19', where: 'Heads’ meeting, St David’s' },
    told: ['l-outside', 's-asked', 's-after'],
    chosen: [
      {
        item: 's-after',
        what: 'For each of us who leads there is somebody beside them by Easter who could go on.',
        on: '2026-11-19',
        action: {
          doing: 'Ask each leader whom they would like beside them, and go with them to ask',
          owner: 'nia',
          dueOn: '2027-01-29',
        },
      },
      {
        item: 'e-governors',
        what: 'We find out what governors would need in order to ask a good question about an enquiry.',
        on: '2026-11-19',
        question: 'What would a governor need to see of an enquiry in order to ask a good question about it?',
      },
    ],
  },
]
