import type { DemoPost } from '../types.js'

const network = 'hafren' as const

/** The forum of the Hafren network in the spring of 2026. */
export const spring2026: DemoPost[] = [
  {
    ...{ network, by: 'sam', on: '2026-01-12', kind: 'tried' },
    sentence: 'We tried taking the reading chart down, and nobody asked where it had gone for three weeks.',
    more: 'Then one child did: “Is reading still going on?” That was a better question than any that the chart had answered.',
    thanks: ['sadia', 'bilal', 'huw', 'eleri'],
    supports: ['sadia', 'tomasz', 'huw', 'maeve'],
    asksWelcome: true,
    answers: [
      { by: 'kasia', on: '2026-01-13', words: 'Ours had stickers on it from 2019.', thanks: ['sam'] },
      {
        by: 'joanna',
        on: '2026-01-15',
        words: 'I should like to talk about what we say to parents who liked the chart.',
      },
    ],
    takeUps: [
      {
        ...{ by: 'kasia', on: '2026-01-19', how: 'takes it' },
        cameOf: {
          on: '2026-02-24',
          what: 'in use',
          words: 'It is down in both classes. There is a shelf of “read this, then pass it on” where it was.',
        },
      },
      { by: 'rhian', on: '2026-01-26', how: 'not for us', words: 'Ours is made by the children and they look at it.' },
    ],
  },
  {
    ...{ network, by: 'huw', on: '2026-01-19', kind: 'done here' },
    sentence:
      'Here the teaching assistants meet on their own for half an hour on Wednesdays, with biscuits, and the head stays out.',
    asksWelcome: true,
    mayTell: true,
    thanks: ['zofia', 'alys'],
    answers: [
      {
        by: 'mair',
        on: '2026-01-20',
        words: 'I stay out. I pay for the biscuits.',
        thanks: ['huw', 'nia', 'owen', 'carys'],
      },
      { by: 'imran', on: '2026-01-21', words: 'What do they do about the half hour? Ours are paid until three.' },
      {
        by: 'mair',
        on: '2026-01-21',
        under: 1,
        words: 'It is in their hours. I take assembly for everybody then, which costs nothing but my dignity.',
      },
    ],
    takeUps: [
      {
        ...{ by: 'imran', on: '2026-01-26', how: 'takes it' },
        cameOf: {
          on: '2026-03-09',
          what: 'in use',
          words: 'Every other week. They came back with three things to change, and we have changed two.',
          mayTell: true,
        },
      },
      { by: 'owen', on: '2026-02-02', how: 'takes it', wavedAwayOn: '2026-03-16' },
    ],
  },
  {
    ...{ network, by: 'bilal', on: '2026-01-26', kind: 'copy' },
    sentence: 'Would you like a copy of our word wall in three languages, with the spaces left for a fourth?',
    file: {
      name: 'three-language-word-wall.jpg',
      alt: 'Yellow wall display headed Geiriau, Words, Słowa with nine cards in Welsh, English and Polish',
    },
    thanks: ['eleri', 'zofia'],
    takeUps: [
      {
        ...{ by: 'zofia', on: '2026-01-28', how: 'takes it' },
        cameOf: {
          on: '2026-03-02',
          what: 'changed',
          words: 'Our fourth is Ukrainian. A grandmother wrote the cards and corrected the Polish.',
        },
      },
      {
        by: 'eleri',
        on: '2026-02-03',
        how: 'tried it',
        words: 'The words stayed on the wall. The children wanted them in their pockets, so now they are bookmarks.',
      },
    ],
  },
  {
    ...{ network, by: 'rhian', on: '2026-02-02', kind: 'help' },
    sentence: 'Who can help with a child who is well behaved, does everything and learns nothing?',
    supports: ['gwen', 'zofia', 'ifan', 'alys', 'maeve'],
    answers: [
      {
        by: 'sadia',
        on: '2026-02-03',
        words: 'Sit beside the child with the same task and do it badly. Mine could not bear it and began to explain.',
        thanks: ['rhian', 'gwen'],
      },
      {
        by: 'gwen',
        on: '2026-02-05',
        words: 'We have one too. Could we look at theirs and ours together, without names, for an hour?',
        thanks: ['rhian'],
      },
    ],
    met: { on: '2026-03-18', answer: 1 },
  },
  {
    ...{ network, by: 'geraint', on: '2026-02-09', kind: 'come' },
    sentence: 'Would you like to come to a school of thirty-five and see how three classes share one afternoon?',
    date: {
      ...{ onDay: '2026-03-05', starts: '13:00', ends: '15:15' },
      ...{ place: 'Ysgol Glan-wŷ, Pont-y-felin', places: 3 },
    },
    joins: { on: '2026-02-11', people: ['carys', 'kasia', 'joanna', 'maeve'] },
    thanks: ['carys', 'kasia'],
    takeUps: [
      {
        ...{ by: 'carys', on: '2026-03-09', how: 'takes it' },
        cameOf: {
          on: '2026-05-04',
          what: 'changed',
          words: 'Upper Marsh does it on Tuesdays with two classes. Holly Bank has the walls in the wrong place.',
        },
      },
    ],
    asksWelcome: true,
  },
  {
    ...{ network, by: 'tomasz', on: '2026-02-23', kind: 'heard of' },
    sentence:
      'I heard of a school where every book that leaves the library comes back with one sentence by whoever read it.',
    thanks: ['sadia', 'sam'],
    takeUps: [
      {
        ...{ by: 'sadia', on: '2026-02-25', how: 'takes it' },
        cameOf: {
          on: '2026-04-15',
          what: 'in use',
          words: 'The sentences are rude about some of my favourites. They borrow those first.',
          mayTell: true,
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'zofia', on: '2026-03-02', kind: 'copy' },
    sentence: 'Would you like a copy of the letter with which we ask families for stories from home?',
    more: 'It is one side of paper, in four languages, and asks for a voice message if writing is not your thing.',
    forWhom: 'anybody with a school gate',
    takenDownOn: '2026-03-20',
    answers: [{ by: 'eleri', on: '2026-03-03', words: 'Please. Ours sounds like the water board.' }],
  },
  {
    ...{ network, by: 'carys', on: '2026-03-09', kind: 'help' },
    sentence: 'Who can help with one head, two schools and two parents’ evenings on the same Thursday?',
    answers: [
      {
        by: 'geraint',
        on: '2026-03-09',
        words: 'Which Thursday? I will stand in Holly Bank’s hall and look like a head.',
        thanks: ['carys', 'maeve'],
      },
    ],
    met: { on: '2026-03-20', answer: 0 },
    mayTell: true,
  },
]
