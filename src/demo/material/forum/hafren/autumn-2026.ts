import type { DemoPost } from '../types.js'

const network = 'hafren' as const

/** The forum of the Hafren network in the autumn of 2026. */
export const autumn2026: DemoPost[] = [
  {
    ...{ network, by: 'maeve', on: '2026-09-07', kind: 'help' },
    sentence: 'Who can help with a boy from Kandahar who speaks Pashto and is wonderful at chess?',
    more: 'He has been here for eight days. We have pictures, patience and one phrase book that is for soldiers.',
    answers: [
      {
        by: 'bilal',
        on: '2026-09-07',
        words: 'I have Urdu, which is not Pashto, but his father may have Urdu. I can come on Friday after school.',
        thanks: ['maeve', 'carys'],
      },
      {
        by: 'huw',
        on: '2026-09-08',
        words: 'Our Year 5 has a chess club and no champion. Shall we come over?',
        thanks: ['maeve'],
      },
    ],
    met: { on: '2026-09-28', answer: 0 },
    mayTell: true,
  },
  {
    ...{ network, by: 'gwen', on: '2026-09-14', kind: 'copy' },
    sentence:
      'Would you like a copy of our talk stems for mathematics, which began as a display and are on every table now?',
    file: {
      name: 'talk-stems-display.jpg',
      alt: 'Purple display with six white speech shapes holding sentence beginnings such as I see it differently because',
    },
    thanks: ['kasia', 'ifan', 'tomasz'],
    follows: ['kasia'],
    takeUps: [
      { by: 'kasia', on: '2026-09-16', how: 'takes it' },
      {
        ...{ by: 'tomasz', on: '2026-09-21', how: 'takes it' },
        cameOf: {
          on: '2026-10-26',
          what: 'in use',
          words: 'Year 3 has added one of its own: “I thought so too, until”.',
          mayTell: true,
        },
      },
      { by: 'sadia', on: '2026-10-14', how: 'takes it' },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'ifan', on: '2026-09-21', kind: 'done here' },
    sentence: 'Here children mark the marking: a tick where it helped and a question mark where it did not.',
    asksWelcome: true,
    supports: ['sam', 'zofia', 'sadia', 'gwen'],
    thanks: ['sadia', 'sam'],
    answers: [
      {
        by: 'zofia',
        on: '2026-09-22',
        words: 'How many question marks does it take before a colleague cries?',
        thanks: ['ifan'],
      },
      {
        by: 'ifan',
        on: '2026-09-22',
        under: 0,
        words: 'I had eleven in one book. It was the week in which I learned most.',
        thanks: ['zofia', 'alys', 'rhian'],
      },
    ],
    takeUps: [
      { by: 'zofia', on: '2026-09-28', how: 'takes it', wavedAwayOn: '2026-11-02' },
      { by: 'gwen', on: '2026-10-12', how: 'takes it' },
    ],
  },
  {
    ...{ network, by: 'alys', on: '2026-09-28', kind: 'help' },
    sentence: 'Who can help me find somebody to talk to who was also new last year?',
    forWhom: 'anybody in the second year of teaching',
    answers: [
      { by: 'huw', on: '2026-09-29', words: 'I am not a teacher, but I was new, and I make tea.', thanks: ['alys'] },
      {
        by: 'eleri',
        on: '2026-10-01',
        words: 'I could ring on Sunday evenings, which is when it is worst.',
        thanks: ['alys'],
      },
    ],
    met: { on: '2026-10-12', answer: 1 },
  },
  {
    ...{ network, by: 'joanna', on: '2026-10-05', kind: 'copy' },
    sentence: 'Would you like a copy of a raffle ticket?',
    foldedAway: {
      ...{ by: 'rhian', on: '2026-10-06' },
      because:
        'A good cause, but here it pushes what people learned down the page. Would you put it in the newsletter?',
    },
  },
  {
    ...{ network, by: 'mair', on: '2026-10-12', kind: 'help' },
    sentence: 'Who can help with a kiln that trips the whole school whenever we use it?',
    more: 'The electrician says that the kiln is fine. The kiln says that the electrician is fine.',
    stillOpenOn: '2026-11-11',
    answers: [
      {
        by: 'owen',
        on: '2026-10-13',
        words: 'We gave ours away for the same reason. I am sorry, I think that it was to you.',
        thanks: ['mair', 'huw', 'gwen'],
      },
    ],
  },
  {
    ...{ network, by: 'tomasz', on: '2026-10-19', kind: 'help' },
    sentence: 'Who can help with a way to hear from children who never volunteer an opinion about reading?',
    supports: ['sadia', 'sam', 'eleri'],
    answers: [
      {
        by: 'sam',
        on: '2026-10-20',
        words:
          'I asked two of them to interview each other, and left the room. The recording is four minutes long and three of them are gold.',
        thanks: ['tomasz', 'sadia'],
      },
    ],
  },
  {
    ...{ network, by: 'sam', on: '2026-10-26', kind: 'tried' },
    sentence: 'We tried a quiet ten minutes after lunch with the lights off, and got the afternoon back.',
    more: 'Nothing is asked of anybody. Some read, some look at the ceiling. I look at the ceiling.',
    asksWelcome: true,
    mayTell: true,
    thanks: ['huw', 'gwen', 'maeve'],
    supports: ['huw', 'maeve'],
    takeUps: [
      { by: 'huw', on: '2026-10-28', how: 'takes it' },
      {
        by: 'carys',
        on: '2026-11-02',
        how: 'tried it',
        words: 'At Holly Bank the youngest fell asleep. We let them.',
        mayTell: true,
      },
      { by: 'kasia', on: '2026-11-03', how: 'not for us', words: 'After lunch we are outside.' },
    ],
  },
  {
    ...{ network, by: 'rhian', on: '2026-11-02', kind: 'come' },
    sentence: 'Would you like to come to a morning in Coed-y-dŵr on which children explain feedback to grown-ups?',
    more: 'Each visitor gets a child and a book. You ask what the marks are for. That is all.',
    forWhom: 'anybody who marks',
    date: {
      ...{ onDay: '2026-12-09', starts: '09:15', ends: '11:00' },
      ...{ place: 'Ysgol Coed-y-dŵr', places: 4 },
    },
    joins: { on: '2026-11-04', people: ['sadia', 'sam', 'zofia', 'gwen', 'huw'] },
    thanks: ['sam'],
    asksWelcome: true,
  },
  {
    ...{ network, by: 'geraint', on: '2026-11-09', kind: 'heard of' },
    sentence: 'I heard of a village where the old people come in to be read to, rather than to hear reading.',
    thanks: ['carys', 'eleri', 'huw'],
    supports: ['eleri'],
    answers: [
      {
        by: 'maeve',
        on: '2026-11-10',
        words: 'Ours fall asleep, which the children take as a compliment.',
        thanks: ['geraint'],
      },
    ],
  },
  {
    ...{ network, by: 'bilal', on: '2026-11-16', kind: 'come' },
    sentence:
      'Would you like to come to our families’ breakfast, where somebody tells a story and nobody translates it?',
    date: {
      ...{ onDay: '2026-12-04', starts: '08:00', ends: '09:00' },
      ...{ place: 'River Road Community Primary, the dining hall', places: null },
    },
    joins: { on: '2026-11-17', people: ['eleri', 'tomasz', 'zofia', 'maeve'] },
    asksWelcome: true,
    thanks: ['owen'],
  },
  {
    ...{ network, by: 'kasia', on: '2026-11-18', kind: 'copy' },
    sentence: 'Would you like a copy of how we had children map a stream, in one go and sitting on a log?',
    piece: 'Map of our stream',
    thanks: ['eleri'],
    takeUps: [{ by: 'eleri', on: '2026-11-19', how: 'takes it' }],
  },
]
