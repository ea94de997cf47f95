import { twelve } from './companies.js'
import type { ReviewMaterial } from './types.js'

/** An instrument that the Hafren network made for itself. */
export const ownInstrument = {
  by: 'nia',
  on: '2026-09-21',
  name: 'Our meetings, in three minutes',
  about: 'Are our meetings worth the drive along the river?',
  parts: [
    {
      heading: 'The meeting itself',
      about: 'Think of the last one that you were at.',
      added: [
        'I knew beforehand what it was about.',
        'Everybody in the room had their say.',
        'We began and ended when we said we would.',
        'Something was decided that would not have been decided by letter.',
      ],
      talk: ['Which part of our meetings could be a letter?', 'Who said least last time, and did anybody notice?'],
    },
    {
      heading: 'Afterwards',
      about: 'What was left of it a fortnight later.',
      added: [
        'I told somebody in my school about it.',
        'What we said we would do was done.',
        'A class noticed something of it.',
      ],
      talk: ['What would a class notice if our meetings stopped?'],
    },
  ],
}

/** Meetings looked at: of a theme, and with an instrument of its own. */
export const meetings: ReviewMaterial[] = [
  {
    key: 'four',
    instrument: 'own',
    title: 'Our theme’s meetings, autumn 2026',
    why: 'Three of you said that half past four is too late.',
    company: 'everybody in the groups of Talk and reading',
    by: 'tomasz',
    theme: 'language',
    opened: '2026-10-05',
    answerBy: '2026-10-16',
    closed: '2026-10-19',
    asked: [],
    answers: ['sadia', 'sam', 'eleri', 'bilal'],
    middle: { '*': 2.6 },
    said: [],
  },
  {
    key: 'open',
    instrument: 'own',
    title: 'Our meetings, before we plan the spring',
    why: 'Three minutes, so that the spring’s dates are worth your drive.',
    company: 'heads, leaders, lead learners, and one governor',
    by: 'nia',
    opened: '2026-11-20',
    answerBy: '2026-12-11',
    asked: [...twelve, 'ifan', 'eleri', 'maeve', 'huw', 'sam', 'dilys'],
    outsiders: [{ id: 'fiona', stands: 'facilitator' }],
    answers: ['geraint', 'owen', 'rhian', 'maeve'],
    middle: { '*': 2.7 },
    said: [],
  },
]
