/** What the reading group asks and looks for with the same questions each time, and what came of it. */
export interface SheetMaterial {
  instrument: string
  on: string
  by: string
  school: string
  about: string
  /** In the order of the questions; nothing where it was left out. */
  answers: (string | string[])[]
  audience: 'author' | 'group'
}

const conference = 'Why this book?'
const corner = 'Ten minutes beside the shelf'

export const instruments = [
  {
    template: 'conference',
    name: conference,
    by: 'zofia',
    on: '2026-09-21',
    purpose:
      'Two minutes with one child who has just picked a book up, or has just put one back. Sit beside them, not opposite. Write what they say, in their words.',
    questions: [
      'Pupil, by code',
      'How did you come to pick this one up?',
      'Who else has had it?',
      'What will you do when you have finished it, or stopped?',
      'How sure do you feel about choosing books today?',
      'What did I forget to ask you?',
    ],
    shared: true,
  },
  {
    template: 'talk-tally',
    name: corner,
    by: 'sam',
    on: '2026-09-28',
    purpose: 'The ten minutes after lunch, from a stool in the corner. Count; do not help anybody choose.',
    questions: [
      'Children who came to the shelf',
      'Children who took a book away with them',
      'Times that one child showed a book to another',
      'Times that an adult said something about what to choose',
      'How many different children spoke about a book',
      'What did they do most at the shelf?',
      'What do these numbers leave out?',
    ],
    options: ['looked at covers', 'read a page', 'asked a friend', 'took the first one'],
    shared: false,
  },
]

export const sheets: SheetMaterial[] = [
  {
    instrument: conference,
    on: '2026-11-03',
    by: 'zofia',
    school: 'weir',
    about: 'P34, outside the hall',
    answers: [
      'P34',
      'It was on top of the pile that P79 put down. There was a bookmark in it at page 12 so I started at page 12.',
      'P79. And somebody who writes in pencil.',
      'Give it to P81 because she asked. I will leave the bookmark where I stopped.',
      '4',
      'Whether it is any good. It is.',
    ],
    audience: 'group',
  },
  {
    instrument: conference,
    on: '2026-11-05',
    by: 'sadia',
    school: 'st-davids',
    about: 'P12, who put one back',
    answers: [
      'P12',
      'I didn’t, I put it back. It is the one that is on the list for our group and I have had it twice.',
      'All of green table.',
      'I would like one that nobody has had.',
      '2',
      '',
    ],
    audience: 'group',
  },
  {
    instrument: conference,
    on: '2026-11-10',
    by: 'huw',
    school: 'bryn',
    about: 'P51, by the coats',
    answers: [
      'P51',
      'Mae o’n fach. It fits in my coat, and you can read it when you are waiting for the bus and nobody sees.',
      'My brother had it and he said it was boring, so I wanted to see.',
      'Put it back where it was so that nobody knows.',
      '3',
      'You did not ask me if I like reading. Everybody asks me that.',
    ],
    audience: 'group',
  },
  {
    instrument: corner,
    on: '2026-11-11',
    by: 'sam',
    school: 'weir',
    about: 'Year 4, a wet Wednesday',
    answers: [
      '17',
      '9',
      '12',
      '1',
      '11',
      'asked a friend',
      'The two who stood there for all ten minutes and read the spines to each other. They took nothing and I think they got most of anybody.',
    ],
    audience: 'group',
  },
  {
    instrument: corner,
    on: '2026-11-12',
    by: 'bilal',
    school: 'river',
    about: 'Year 5, after lunch',
    answers: [
      '9',
      '8',
      '2',
      '6',
      '5',
      'took the first one',
      'That I know the shelf is by the door and they were told to be quick. The one adult remark too many was mine.',
    ],
    audience: 'group',
  },
]

export interface QuestionnaireMaterial {
  template: string
  name: string
  purpose: string
  by: string
  opened: string
  endsOn: string
  closed?: string
  questions: string[]
  options?: Record<number, string[]>
  /** Each colleague's answers, in the order of the questions. */
  answers: (string | string[])[][]
}

export const questionnaires: QuestionnaireMaterial[] = [
  {
    template: 'staff-confidence',
    name: 'Reading aloud: how sure do we feel?',
    purpose:
      'Three minutes, for every adult who reads with children in our four schools. Nobody is asked who they are.',
    by: 'sadia',
    opened: '2026-10-05',
    endsOn: '2026-10-23',
    closed: '2026-10-23',
    questions: [
      'How sure do you feel about reading aloud to a whole class?',
      'How sure are you that you notice who is reading because they want to?',
      'How often did you have ten unbroken minutes for it in the last fortnight?',
      'What helps most?',
      'What gets in the way?',
      'One thing that you would like the group to know',
    ],
    options: {
      3: ['hearing a colleague do it', 'a book I love', 'knowing it will not be checked', 'time', 'nothing yet'],
      4: ['time', 'the timetable', 'feeling watched', 'not knowing the books', 'behaviour'],
    },
    answers: [
      [
        '4',
        '3',
        '2',
        'a book I love',
        ['time', 'the timetable'],
        'The ten minutes go first when anything else happens.',
      ],
      [
        '2',
        '2',
        '1',
        'hearing a colleague do it',
        ['feeling watched'],
        'I do the voices at home. I don’t do them here.',
      ],
      ['5', '4', '3', 'a book I love', ['time'], ''],
      [
        '3',
        '2',
        '2',
        'time',
        ['the timetable', 'not knowing the books'],
        'Could somebody tell us ten books? Not fifty.',
      ],
      [
        '3',
        '3',
        '1',
        'knowing it will not be checked',
        ['feeling watched', 'time'],
        'It is better since the chart came down.',
      ],
      ['4', '4', '4', 'a book I love', [], ''],
      ['2', '3', '2', 'hearing a colleague do it', ['not knowing the books'], 'I only know what I read at nine.'],
      ['5', '5', '4', 'a book I love', ['behaviour'], ''],
      [
        '1',
        '2',
        '1',
        'nothing yet',
        ['feeling watched', 'time'],
        'I read badly in English and nobody has said that that is all right.',
      ],
      ['4', '3', '3', 'knowing it will not be checked', ['time'], ''],
      [
        '3',
        '4',
        '2',
        'hearing a colleague do it',
        ['the timetable'],
        'They listen better standing in the corridor than on the carpet.',
      ],
      ['4', '2', '2', 'time', ['time', 'the timetable'], ''],
      [
        '3',
        '3',
        '3',
        'a book I love',
        ['not knowing the books', 'time'],
        'The Year 6s who read to ours did more for me than the course.',
      ],
      ['5', '4', '2', 'knowing it will not be checked', ['time'], ''],
    ],
  },
  {
    template: 'before-and-after',
    name: 'Before the corridor shelves go up',
    purpose: 'Five questions now, and the same five in the summer. For everybody who walks past a corridor shelf.',
    by: 'zofia',
    opened: '2026-11-16',
    endsOn: '2026-12-11',
    questions: [
      'Children in our corridor talk to each other about what they read.',
      'I change what I planned because of what children say about a book.',
      'I have learned something about reading from a colleague in another school this term.',
      'How many times did you see a child pick a book up without being asked, this week?',
      'What do you hope will be different?',
    ],
    answers: [
      ['2', '3', '4', '3', 'That somebody stops.'],
      ['3', '2', '2', '1', 'Fewer coats on the floor, honestly.'],
      ['2', '4', '5', '6', ''],
    ],
  },
]
