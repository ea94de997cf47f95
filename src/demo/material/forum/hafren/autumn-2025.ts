import type { DemoPost } from '../types.js'

const network = 'hafren' as const

/** The forum of the Hafren network in the autumn of 2025, when it began. */
export const autumn2025: DemoPost[] = [
  {
    ...{ network, by: 'eleri', on: '2025-10-06', kind: 'done here' },
    sentence: 'Here the register is answered in any language a child likes, and nobody remarks on it.',
    more: 'It began with one boy who whispered. Now there are mornings with six languages and one child who answers in owl.',
    asksWelcome: true,
    mayTell: true,
    thanks: ['bilal', 'sadia', 'nia'],
    answers: [
      { by: 'bilal', on: '2025-10-07', words: 'What do you do when somebody laughs?', thanks: ['eleri'] },
      {
        by: 'eleri',
        on: '2025-10-07',
        under: 0,
        words: 'We laugh too, and then the one who laughed teaches us a word. It has happened twice.',
        thanks: ['bilal', 'huw'],
      },
    ],
    takeUps: [
      {
        ...{ by: 'bilal', on: '2025-10-09', how: 'takes it' },
        cameOf: {
          on: '2025-11-12',
          what: 'in use',
          words: 'Two classes do it. The supply teacher asked for a list and got one from the children.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'sadia', on: '2025-10-14', how: 'takes it' },
        cameOf: { on: '2025-11-17', what: 'changed', words: 'Fridays only, because Year 6 took ten minutes over it.' },
      },
      {
        by: 'carys',
        on: '2025-10-20',
        how: 'not for us',
        words: 'We have one register for forty children in the hall.',
      },
    ],
  },
  {
    ...{ network, by: 'gwen', on: '2025-10-13', kind: 'help' },
    sentence: 'Who can help with a class in which the same four children answer everything?',
    answers: [
      {
        by: 'tomasz',
        on: '2025-10-14',
        words: 'We put names on lolly sticks for a term. It made the quiet ones anxious, so we stopped.',
      },
      {
        by: 'zofia',
        on: '2025-10-15',
        words:
          'Ask, then wait, then say “tell the person beside you”. Only then ask for an answer, and ask for what the *other* one said. They had nowhere to hide and did not want to.',
        thanks: ['gwen', 'huw', 'alys'],
      },
    ],
    met: { on: '2025-11-10', answer: 1 },
    mayTell: true,
  },
  {
    ...{ network, by: 'kasia', on: '2025-10-20', kind: 'come' },
    sentence: 'Would you like to come to our wood on a wet morning, which is when it is worth seeing?',
    more: 'We set off at nine whatever the weather. There is a tarpaulin and there is soup.',
    forWhom: 'anybody who thinks their children would hate it',
    date: {
      ...{ onDay: '2025-11-13', starts: '09:00', ends: '11:30' },
      ...{ place: 'Upper Marsh Primary, then the wood', places: 4 },
    },
    asksWelcome: true,
    joins: { on: '2025-10-22', people: ['huw', 'alys', 'eleri', 'sam', 'maeve'] },
    answers: [
      {
        by: 'huw',
        on: '2025-11-14',
        words:
          'I came in trainers. Do not come in trainers. The soup was worth it and so was the child who never speaks, naming beetles.',
        thanks: ['kasia'],
      },
    ],
    takeUps: [
      {
        ...{ by: 'huw', on: '2025-11-17', how: 'takes it' },
        cameOf: {
          on: '2026-01-20',
          what: 'changed',
          words: 'We have no wood, so it is the lane behind the chapel. Every second Thursday since Christmas.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'alys', on: '2025-11-18', how: 'takes it' },
        cameOf: {
          on: '2026-01-26',
          what: 'dropped',
          words: 'We could not find a second adult on the day. We shall try again in the summer.',
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'ifan', on: '2025-11-03', kind: 'copy' },
    sentence: 'Would you like a copy of the wall chart with our marking codes, now that there are only six of them?',
    more: 'There were nineteen. The children could explain four, so we kept those and added two: “come and talk to me”, and a smile that asks why it works.',
    file: { name: 'marking-codes-wall-chart.jpg', alt: 'A hand-lettered wall chart, “Our 6 marks”' },
    thanks: ['sadia', 'zofia'],
    takeUps: [
      {
        ...{ by: 'zofia', on: '2025-11-05', how: 'takes it' },
        cameOf: {
          on: '2025-12-09',
          what: 'changed',
          words: 'We kept three. “Come and talk to me” is the one that everybody acts on.',
        },
      },
      {
        ...{ by: 'sadia', on: '2025-11-10', how: 'takes it' },
        cameOf: {
          on: '2025-12-12',
          what: 'in use',
          words: 'It hangs in Year 4 at the height of the children, not of the inspector.',
        },
      },
      { by: 'huw', on: '2025-11-11', how: 'takes it', wavedAwayOn: '2025-12-15' },
    ],
  },
  {
    ...{ network, by: 'joanna', on: '2025-11-17', kind: 'heard of' },
    sentence:
      'I heard of a school where the head teaches every class once a term so that its teacher can go and watch somebody else.',
    thanks: ['gwen', 'kasia', 'tomasz', 'huw'],
    supports: ['geraint', 'mair'],
    answers: [
      {
        by: 'geraint',
        on: '2025-11-18',
        words: 'I do this, because we are three. The children ask when the real teacher is coming back.',
        thanks: ['joanna', 'mair'],
      },
      {
        by: 'owen',
        on: '2025-11-19',
        words: 'With three hundred I would be found out by Wednesday. But once a half-term, one class, I could do.',
      },
    ],
    takeUps: [
      {
        ...{ by: 'owen', on: '2025-11-24', how: 'takes it' },
        cameOf: {
          on: '2026-02-09',
          what: 'still trying',
          words: 'Two classes so far. I learned more about Year 5 in an hour than from two years of their data.',
          mayTell: true,
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'maeve', on: '2025-12-01', kind: 'tried' },
    sentence:
      'We tried a jar by the door with a new number of things in it each day, and I would do it again tomorrow.',
    more: 'Guess on the way in, count on Friday. It takes less than a minute and they argue about it at lunch.',
    piece: '“You can’t know if you don’t count”',
    asksWelcome: true,
    mayTell: true,
    thanks: ['kasia', 'zofia', 'gwen'],
    follows: ['ifan'],
    takeUps: [
      {
        ...{ by: 'gwen', on: '2025-12-03', how: 'takes it' },
        cameOf: {
          on: '2026-01-14',
          what: 'in use',
          words: 'Three classes tell of it now. In one of them the jar is a boot.',
          mayTell: true,
        },
      },
      {
        ...{
          by: 'ifan',
          on: '2026-01-07',
          how: 'tried it',
          words: 'We forgot it by the third week. The caretaker did not, so now it is his.',
        },
        cameOf: { on: '2026-01-07', what: 'changed', words: '' },
      },
      {
        ...{ by: 'tomasz', on: '2026-01-12', how: 'takes it' },
        cameOf: { on: '2026-02-23', what: 'dropped', words: 'With sixty children at one door it became a queue.' },
      },
    ],
  },
  {
    ...{ network, by: 'alys', on: '2025-12-08', kind: 'help' },
    sentence: 'Who can help with a nativity in two languages that does not last for two hours?',
    answers: [
      {
        by: 'eleri',
        on: '2025-12-08',
        words: 'Nobody says anything twice. The shepherds speak Welsh, the kings English, the donkey both.',
        thanks: ['alys', 'nia', 'sam'],
      },
    ],
    met: { on: '2025-12-18', answer: 0 },
  },
]
