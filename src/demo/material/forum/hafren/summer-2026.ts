import type { DemoPost } from '../types.js'

const network = 'hafren' as const

/** The forum of the Hafren network in the summer of 2026. */
export const summer2026: DemoPost[] = [
  {
    ...{ network, by: 'kasia', on: '2026-04-20', kind: 'tried' },
    sentence:
      'We tried twenty-four things in as many arrangements as the children could find, and they found seven that I had not.',
    piece: 'All the ways to make 24',
    asksWelcome: true,
    thanks: ['maeve', 'zofia'],
    takeUps: [
      {
        by: 'gwen',
        on: '2026-04-22',
        how: 'tried it',
        words: 'Best lesson of the term. We used conkers, which roll.',
        mayTell: true,
      },
      { by: 'ifan', on: '2026-05-05', how: 'takes it', wavedAwayOn: '2026-06-09' },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'owen', on: '2026-04-27', kind: 'done here' },
    sentence: 'Here new teachers watch one colleague a week for ten minutes and say one thing that they will steal.',
    forWhom: 'schools with new teachers',
    thanks: ['joanna', 'imran'],
    takeUps: [
      {
        ...{ by: 'joanna', on: '2026-05-04', how: 'takes it' },
        cameOf: {
          on: '2026-06-15',
          what: 'in use',
          words: 'We have one new teacher. She has stolen from everybody, and we have begun to steal back.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'imran', on: '2026-05-05', how: 'takes it' },
        cameOf: {
          on: '2026-06-22',
          what: 'dropped',
          words: 'Ten minutes needs somebody in the room that is left. We could not find them.',
        },
      },
    ],
    mayTell: true,
    asksWelcome: true,
  },
  {
    ...{ network, by: 'nia', on: '2026-05-11', kind: 'come' },
    sentence:
      'Would you like to come to an evening on writing up, with soup, for groups who have the evidence and not the words?',
    date: { onDay: '2026-06-04', starts: '16:30', ends: '18:30', place: 'Ysgol y Bryn, the hall', places: 12 },
    joins: { on: '2026-05-13', people: ['eleri', 'bilal', 'sadia', 'sam', 'maeve', 'ifan', 'kasia'] },
    thanks: ['eleri', 'sadia'],
  },
  {
    ...{ network, by: 'sadia', on: '2026-05-18', kind: 'help' },
    sentence: 'Who can help with comics: which ones do nine-year-olds fight over?',
    answers: [
      {
        by: 'sam',
        on: '2026-05-18',
        words: 'Anything with a dog that is also a policeman. I do not understand it either.',
        thanks: ['sadia', 'huw'],
      },
      {
        by: 'bilal',
        on: '2026-05-20',
        words: 'The ones that their cousins send from Poland and Pakistan. Ask the families, we got eleven.',
        thanks: ['sadia'],
      },
    ],
    met: { on: '2026-06-01', answer: 1 },
  },
  {
    ...{ network, by: 'imran', on: '2026-06-08', kind: 'heard of' },
    sentence: 'I heard of reading scores from a tablet that tell you which child will struggle before the child does.',
    link: 'https://www.example.org/predicting-readers',
    answers: [
      { by: 'tomasz', on: '2026-06-09', words: 'Who sells it, and what do they keep?', thanks: ['sadia', 'sam'] },
      {
        by: 'imran',
        on: '2026-06-10',
        under: 0,
        words: 'Good question. I asked. They keep everything. I am no longer interested.',
        thanks: ['tomasz', 'nia', 'rhian'],
      },
    ],
  },
  {
    ...{ network, by: 'eleri', on: '2026-07-13', kind: 'tried' },
    sentence:
      'We tried having stories from home told in class in the language of home, and wrote down what changed and what did not.',
    work: 'Polish is for the car',
    asksWelcome: true,
    mayTell: true,
    thanks: ['nia', 'bilal', 'maeve', 'geraint', 'tomasz'],
    takeUps: [
      {
        ...{ by: 'maeve', on: '2026-07-15', how: 'takes it' },
        cameOf: {
          on: '2026-10-05',
          what: 'still trying',
          words: 'One grandfather so far. He came with a saw.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'zofia', on: '2026-09-07', how: 'takes it' },
        cameOf: {
          on: '2026-10-12',
          what: 'in use',
          words: 'On Thursdays after lunch. Nobody translates until somebody asks.',
          mayTell: true,
        },
      },
      { by: 'alys', on: '2026-10-19', how: 'takes it' },
    ],
  },
]
