import type { BoxName } from '../../visits/notes/boxes.js'
import type { ForWhom, NoteAudience } from '../../visits/tables.js'
import type { NetworkId } from '../cast/networks.js'

interface DemoNote {
  by: string
  on: string
  box: BoxName
  words: string
  reads: NoteAudience
  /** Becomes evidence of this group. */
  into?: { group: string; on: string }
}

interface DemoBooking {
  by: string
  on: string
  people?: number
  alongside?: string
  /** What the head, or a network leader where there is none, says. */
  head?: { who: string; on: string; says: 'yes' | 'no'; word: string }
}

export interface DemoVisit {
  network: NetworkId
  by: string
  on: string
  title: string
  about: string
  school: string
  place: string
  contact: string
  forWhom: ForWhom
  programme: string
  practical: string
  groups: string[]
  theme: string
  days: { day: string; starts: string; ends: string; places: number }[]
  bookings: DemoBooking[]
  held?: string
  notes: DemoNote[]
}

/** Six visits of two networks, from the first winter to the ones that are still ahead. */
export const visits: DemoVisit[] = [
  {
    network: 'hafren',
    by: 'sam',
    on: '2026-01-20',
    title: 'The ten minutes when children choose a book',
    about: `Every morning at ten to nine my class chooses. Some days it is lovely and some days three boys hide behind the map.

Come and watch **where they go first**, and who asks whom. You will not be asked what you think of my displays.`,
    school: 'weir',
    place: 'The office in Lane End, by the bike shed',
    contact: 'Sam O’Neill, or the office',
    forWhom: 'anyone',
    programme: `08:30 Coffee in the staff room
08:50 The choosing, in Class 4
09:20 Assembly, or stay in the reading corner
10:15 Twenty minutes with Sam while the class has music`,
    practical: 'Please park by the church, the lane is full of prams before nine.',
    groups: ['reading'],
    theme: 'language',
    days: [{ day: '2026-02-10', starts: '08:30', ends: '10:40', places: 3 }],
    bookings: [
      {
        by: 'sadia',
        on: '2026-01-22',
        head: { who: 'joanna', on: '2026-01-23', says: 'yes', word: 'Go. I will take your register.' },
      },
      {
        by: 'huw',
        on: '2026-01-23',
        head: { who: 'mair', on: '2026-01-26', says: 'yes', word: 'Bring back one thing for Class 2.' },
      },
    ],
    held: '2026-02-11',
    notes: [
      {
        by: 'sadia',
        on: '2026-02-10',
        box: 'best',
        words:
          'Nobody told them to begin. A girl held up a book about whales and two others left what they had chosen to come and look.',
        reads: 'network',
      },
      {
        by: 'sadia',
        on: '2026-02-10',
        box: 'possible',
        words: 'Sam sits on the floor and reads his own book. He looked up twice in ten minutes.',
        reads: 'network',
      },
      {
        by: 'sadia',
        on: '2026-02-11',
        box: 'takeHome',
        words: 'I shall stop walking round. For two weeks I read my own book while they choose.',
        reads: 'network',
      },
      {
        by: 'sadia',
        on: '2026-02-11',
        box: 'question',
        words: 'Do the three behind the map choose on the days when you are not on the floor?',
        reads: 'host',
      },
      {
        by: 'sadia',
        on: '2026-04-20',
        box: 'cameOfIt',
        words:
          'I lasted nine days out of ten. Two of the five who never chose now come to ask what I am reading. One has borrowed it.',
        reads: 'network',
      },
      {
        by: 'huw',
        on: '2026-02-12',
        box: 'best',
        words: 'The whale book went round six children before break and came back with a sticky note in it.',
        reads: 'network',
      },
      {
        by: 'huw',
        on: '2026-02-12',
        box: 'takeHome',
        words: 'I want a shelf at their height. I have not asked anybody yet, so this is for me.',
        reads: 'me',
      },
      {
        by: 'sam',
        on: '2026-02-12',
        box: 'learned',
        words:
          'To write the programme I had to time it. We call it ten minutes and it is six, because of the coats. We have moved the coats.',
        reads: 'network',
      },
    ],
  },
  {
    network: 'hafren',
    by: 'maeve',
    on: '2026-10-05',
    title: 'The estimating jar by the door, in three classes',
    about: `The jar began in Number sense and now stands by three doors. See it used for four minutes, three times, by three people who do it differently.`,
    school: 'holly',
    place: 'Main door, ring twice',
    contact: 'Maeve D’Arcy',
    forWhom: 'anyone',
    programme: `13:10 Year 2: the jar and the line on the wall
13:30 Year 4: who changes their mind
13:50 Year 6: they fill it themselves
14:15 Tea, and anything you want to ask`,
    practical: 'The top car park floods. Use the village hall.',
    groups: ['number', 'outdoors'],
    theme: 'world',
    days: [{ day: '2026-11-12', starts: '13:00', ends: '14:45', places: 4 }],
    bookings: [
      {
        by: 'huw',
        on: '2026-10-12',
        head: { who: 'mair', on: '2026-10-13', says: 'yes', word: 'Yes. Take Gwen’s car.' },
      },
      {
        by: 'kasia',
        on: '2026-10-14',
        people: 2,
        alongside: 'Miss Okafor, our new teacher',
        head: { who: 'carys', on: '2026-10-15', says: 'yes', word: 'Both of you, and tell the staff meeting.' },
      },
    ],
    notes: [
      {
        by: 'huw',
        on: '2026-11-13',
        box: 'best',
        words:
          'In Year 4 a boy who had said nothing since we came in changed his guess, and said why to the whole class without being asked.',
        reads: 'host',
        into: { group: 'outdoors', on: '2026-11-20' },
      },
      {
        by: 'huw',
        on: '2026-11-13',
        box: 'takeHome',
        words: 'A jar that goes outside: how many leaves, how many steps to the gate.',
        reads: 'network',
      },
      {
        by: 'maeve',
        on: '2026-11-13',
        box: 'learned',
        words: 'We three had never watched each other do it. We will, before Christmas.',
        reads: 'host',
      },
    ],
  },
  {
    network: 'hafren',
    by: 'gwen',
    on: '2026-11-03',
    title: 'Saying your partner’s method first, in Year 5',
    about: 'It is three weeks old and it wobbles. Come and see it wobble, and help me hear what they say.',
    school: 'bryn',
    place: 'The side gate, it is nearer the class',
    contact: 'Gwen Llŷr-Hughes',
    forWhom: 'anyone',
    programme: `09:15 Year 5 mathematics, forty minutes
10:00 What did we each hear? Bring a pencil
10:30 Break with the children`,
    practical: 'Two at most: the room is small, and a third person changes it.',
    groups: ['talk'],
    theme: 'language',
    days: [{ day: '2026-12-09', starts: '09:00', ends: '10:45', places: 2 }],
    bookings: [
      {
        by: 'bilal',
        on: '2026-11-04',
        head: { who: 'owen', on: '2026-11-05', says: 'yes', word: 'Cover is arranged until eleven.' },
      },
      {
        by: 'zofia',
        on: '2026-11-05',
        head: { who: 'imran', on: '2026-11-06', says: 'yes', word: '' },
      },
      { by: 'eleri', on: '2026-11-09' },
      { by: 'ifan', on: '2026-11-10' },
    ],
    notes: [],
  },
  {
    network: 'hafren',
    by: 'sadia',
    on: '2026-11-10',
    title: 'A reading afternoon that the oldest children run',
    about:
      'Year 6 read with Year 2, in corners they have chosen. It is loud. Come for the first half hour or for all of it.',
    school: 'st-davids',
    place: 'The church door, the school bell is broken',
    contact: 'Sadia Qureshi',
    forWhom: 'new teachers',
    programme: `13:00 Year 6 prepare
13:30 Reading in corners
14:30 What Year 6 say about it`,
    practical: 'There is a ramp on the north side.',
    groups: ['reading'],
    theme: 'language',
    days: [
      { day: '2026-12-15', starts: '13:00', ends: '15:00', places: 3 },
      { day: '2027-01-19', starts: '13:00', ends: '15:00', places: 3 },
    ],
    bookings: [{ by: 'gwen', on: '2026-11-18' }],
    notes: [],
  },
  {
    network: 'harbour',
    by: 'marek',
    on: '2026-10-01',
    title: 'Six questions at the start of chemistry',
    about:
      'Year 10, every lesson: two from today’s work, two from last week, two from last year. Nobody hands anything in.',
    school: 'lighthouse',
    place: 'Reception, then Lab 3',
    contact: 'Marek Šimek',
    forWhom: 'anyone',
    programme: `10:50 The six questions
11:05 Stay for the practical, or talk with four of the class
11:45 Coffee in the prep room`,
    practical: 'Goggles are on the hook by the door.',
    groups: ['revision'],
    theme: 'memory',
    days: [{ day: '2026-11-05', starts: '10:40', ends: '12:10', places: 4 }],
    bookings: [
      {
        by: 'yusra',
        on: '2026-10-08',
        head: {
          who: 'ruth',
          on: '2026-10-09',
          says: 'yes',
          word: 'The Dunes have no head here yet, so I have rung them. Go.',
        },
      },
    ],
    held: '2026-11-06',
    notes: [
      {
        by: 'yusra',
        on: '2026-11-06',
        box: 'best',
        words: 'They argued about question five, which is last year’s. Nobody looked for a book.',
        reads: 'network',
      },
      {
        by: 'yusra',
        on: '2026-11-06',
        box: 'takeHome',
        words: 'Two questions, not six, at the start of my Year 8 history.',
        reads: 'network',
      },
      {
        by: 'yusra',
        on: '2026-11-06',
        box: 'question',
        words: 'Who chooses the two from last year, and could the class?',
        reads: 'host',
      },
    ],
  },
  {
    network: 'harbour',
    by: 'ruth',
    on: '2026-11-16',
    title: 'Revision timetables that pupils tear up and make again',
    about:
      'In January Year 11 plan their first four weeks. We ask them to throw the plan away in the second week. Come and see what they keep.',
    school: 'quay',
    place: 'Main reception',
    contact: 'Ruth Adeyemi',
    forWhom: 'anyone',
    programme: `14:00 Year 11 tutor time
14:40 The plans on the wall, before and after`,
    practical: 'Trains to Saltby are at ten past the hour.',
    groups: ['revision'],
    theme: 'memory',
    days: [{ day: '2027-01-21', starts: '13:45', ends: '15:15', places: 6 }],
    bookings: [],
    notes: [],
  },
]

/** Somebody would like to see something, and no school has answered yet. */
export const wish = {
  network: 'hafren',
  by: 'alys',
  on: '2026-11-17',
  title: 'How a very small school runs phonics with two year groups in one room',
  about:
    'From January I have Reception and Year 1 together. I have read about it. I would rather stand at the back of it for an hour.',
  school: 'glanwy',
} as const

/** Two heads in two city schools, and what they tell of it together. */
export const farVisit = {
  network: 'hafren',
  by: 'carys',
  with: 'owen',
  on: '2026-05-11',
  title: 'What two city schools do with parents before nine o’clock',
  about:
    'Ours come by bus or not at all. Theirs live across the road, speak thirty languages, and come in. We want to know what is said at the door.',
  elsewhere: 'Ashgate Primary and Chapel Street Primary, in the city',
  place: 'Hollybridge station, platform 2, at 06:50',
  contact: 'Carys Fôn',
  programme: `Thursday:
08:30 The gate at Ashgate, and the parents’ kitchen
10:00 With the head and the two parents who run it
13:30 Classes of our choice
Friday:
08:15 Breakfast at Chapel Street
09:30 The family worker’s morning
11:00 What would we take home?`,
  practical: 'Two nights at the Mill Street guest house. Flat shoes.',
  day: '2026-06-11',
  lastDay: '2026-06-12',
  notes: [
    {
      by: 'carys',
      on: '2026-06-12',
      box: 'best',
      words:
        'At Ashgate the kettle is in the corridor, not in an office. Nobody has to knock. We counted eleven parents before half past eight, and four of them washed up.',
      reads: 'host',
    },
    {
      by: 'carys',
      on: '2026-06-12',
      box: 'takeHome',
      words: 'A table, a kettle and one member of staff with no keys in her hand, on Fridays, at both of my schools.',
      reads: 'network',
    },
    {
      by: 'owen',
      on: '2026-06-13',
      box: 'possible',
      words:
        'Chapel Street gave up its second display hall for it. Their head said she had been asked about the displays by nobody, and about the hall by everybody.',
      reads: 'host',
    },
    {
      by: 'owen',
      on: '2026-06-13',
      box: 'question',
      words: 'What do we do instead for those who live eight miles away, and never stand at a gate?',
      reads: 'network',
    },
    {
      by: 'owen',
      on: '2026-06-13',
      box: 'takeHome',
      words: 'I have been hiding behind the newsletter. I do not want that in any report.',
      reads: 'me',
    },
  ] satisfies DemoNote[],
  accountOn: '2026-06-19',
  account: `We went because our gates are empty at half past eight and theirs are not. We came back with one idea each and a question that neither of us can answer.

## What was best

At Ashgate the kettle is in the corridor. Nobody has to knock. We counted eleven parents before half past eight, and four of them washed up. At Chapel Street breakfast is cooked by two grandmothers, and the register is taken at the table.

## What makes it possible

Both heads gave something up. Chapel Street let a second display hall go. Ashgate’s deputy stopped doing the gate with a clipboard, because *nobody tells a clipboard anything*.

## What we take home

From September there is a table and a kettle in the entrance at Upper Marsh, Holly Bank and River Road, on Fridays, with one member of staff who has nothing else to do until nine.

## The question we leave, and bring back

What is there for families who live eight miles away and never stand at a gate? The city schools have no answer, because they have never needed one. We would like to ask it of the network.`,
} as const

/** One colleague supports another; only those two see it. */
export const support = {
  network: 'hafren',
  by: 'maeve',
  colleague: 'alys',
  on: '2026-11-12',
  agreedOn: '2026-11-13',
  day: '2026-12-03',
  starts: '13:15',
  ends: '14:30',
  place: 'Your classroom. I come in by the kitchen.',
  about:
    'You said the afternoons fall apart after register. I come and sit, I write down only what the children do, and we look at it together with the door shut.',
  together: 'First only the ten minutes after register. Alys chooses what we look at next.',
} as const
