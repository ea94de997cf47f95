import type { DemoPost } from './types.js'

const network = 'harbour' as const

/** The forum of five secondaries that had never written to each other. */
export const harbourPosts: DemoPost[] = [
  {
    ...{ network, by: 'ruth', on: '2026-04-20', kind: 'done here' },
    sentence: 'Here the first five minutes of every Year 10 lesson are three questions from a month ago.',
    thanks: ['marek'],
    asksWelcome: true,
    mayTell: true,
    takeUps: [
      {
        ...{ by: 'marek', on: '2026-04-22', how: 'takes it' },
        cameOf: {
          on: '2026-06-03',
          what: 'changed',
          words: 'Two questions, and one of them is written by a pupil. That one is always harder.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'yusra', on: '2026-05-06', how: 'takes it' },
        cameOf: { on: '2026-06-15', what: 'dropped', words: 'In practical lessons the five minutes were the kit.' },
      },
    ],
  },
  {
    ...{ network, by: 'yusra', on: '2026-05-11', kind: 'help' },
    sentence: 'Who can help with revision for pupils who work on Saturdays and half of Sunday?',
    answers: [
      {
        by: 'marek',
        on: '2026-05-12',
        words: 'Ours told us that they revise on the bus, so we made it fit the bus: eleven minutes, sound only.',
        thanks: ['yusra', 'ruth'],
      },
    ],
    met: { on: '2026-06-08', answer: 0 },
    mayTell: true,
  },
  {
    ...{ network, by: 'bridie', on: '2026-06-15', kind: 'heard of' },
    sentence:
      'I heard of a school that moved its mock examinations to the summer before, so that there was time to do something about them.',
    supports: ['ruth', 'marek', 'yusra'],
    answers: [
      {
        by: 'ruth',
        on: '2026-06-16',
        words: 'It would break the calendar. Perhaps the calendar could do with it.',
        thanks: ['bridie'],
      },
    ],
  },
  {
    ...{ network, by: 'marek', on: '2026-09-14', kind: 'copy' },
    sentence: 'Would you like a copy of the revision timetable that a Year 10 pupil made, which is better than ours?',
    piece: 'A revision timetable with a confession',
    thanks: ['ruth', 'yusra'],
    takeUps: [
      { by: 'ruth', on: '2026-09-16', how: 'takes it' },
      {
        ...{ by: 'yusra', on: '2026-09-21', how: 'takes it' },
        cameOf: {
          on: '2026-10-26',
          what: 'in use',
          words: 'Form tutors hand it out. They all asked for it for themselves.',
          mayTell: true,
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'ruth', on: '2026-10-12', kind: 'come' },
    sentence: 'Would you like to come to Quay on the evening when Year 10 tells its parents how memory works?',
    date: { onDay: '2026-12-10', starts: '18:00', ends: '19:30', place: 'Quay Academy, Saltby', places: 20 },
    joins: { on: '2026-10-14', people: ['marek', 'yusra', 'bridie'] },
    asksWelcome: true,
  },
  {
    ...{ network, by: 'yusra', on: '2026-11-09', kind: 'help' },
    sentence: 'Who can help with flash cards that pupils do not lose by Thursday?',
    answers: [
      {
        by: 'marek',
        on: '2026-11-10',
        words: 'A hole, a ring, and the ring on the pencil case. We lose one in ten.',
        thanks: ['yusra'],
      },
    ],
  },
]
