import {
  policyAgreed,
  policyAtStDavids,
  policyAtWeir,
  policyForTheHeads,
  revisionWeek,
  revisionWeekAtDunes,
} from './texts.js'

interface DemoText {
  title: string
  about: string
  by: string
  writers: string[]
  on: string
  /** What was written, and kept under a name, in order. */
  issues: { name: string; body: string; by: string; on: string; agreedOn?: string }[]
  said: {
    by: string
    on: string
    kind: 'comment' | 'challenge'
    words: string
    answer?: { by: string; on: string; words: string }
  }[]
  homes: { school: string; by: string; on: string; body: string; changed: string; because: string; shared: boolean }[]
}

export interface DemoProject {
  network: 'hafren' | 'harbour'
  by: string
  on: string
  title: string
  whatFor: string
  whoFor: string
  theme?: string
  from: string
  until: string
  begunOn?: string
  joining?: 'full' | 'closed'
  schools: { school: string; by: string; on: string; word?: string }[]
  colleagues: { person: string; school: string; on: string; left?: { on: string; word: string } }[]
  guests: { person: string; on: string; yesOn?: string }[]
  steps: { on: string; noted: string; by: string; words: string; place?: string }[]
  text?: DemoText
  ended?: { on: string; cameOfIt: string; outcomes: { school: string; by: string; on: string; words: string }[] }
}

/** What schools and colleagues of both networks do together for a while. */
export const projects: DemoProject[] = [
  {
    network: 'hafren',
    by: 'zofia',
    on: '2025-10-20',
    title: 'Five evenings on spelling',
    whatFor:
      'To find out why children spell a word right on Friday and wrong in their story on Monday, and to try one thing each.',
    whoFor: 'Anybody who gives a spelling test',
    theme: 'language',
    from: '2025-11-10',
    until: '2026-03-20',
    begunOn: '2025-11-10',
    schools: [{ school: 'bryn', by: 'mair', on: '2025-10-22' }],
    colleagues: [
      { person: 'zofia', school: 'weir', on: '2025-10-20' },
      { person: 'maeve', school: 'holly', on: '2025-10-27' },
      {
        ...{ person: 'bilal', school: 'river', on: '2025-11-03' },
        left: {
          on: '2026-01-14',
          word: 'My class changes after Christmas and I have to be at home on Tuesdays. I read along.',
        },
      },
    ],
    guests: [],
    steps: [
      {
        on: '2025-11-18',
        noted: '2025-11-19',
        by: 'zofia',
        place: 'Weir Lane, Class 4',
        words:
          'Each of us brought ten books. In all of them the words of the last test are wrong again within three weeks.',
      },
      {
        on: '2026-01-20',
        noted: '2026-01-21',
        by: 'maeve',
        place: 'Holly Bank, hall',
        words:
          'Four of us. We agreed what each one tries until March: no test, a test without marks, or ten minutes of sorting words.',
      },
      {
        on: '2026-03-10',
        noted: '2026-03-11',
        by: 'gwen',
        place: 'Ysgol y Bryn',
        words: 'Last evening. We read the books again, with cake.',
      },
    ],
    ended: {
      on: '2026-03-20',
      cameOfIt:
        'Sorting words beats testing them where somebody has ten minutes a day. Where nobody has, nothing changed. The Friday test is gone in two schools, and nobody has asked for it back.',
      outcomes: [
        {
          school: 'bryn',
          by: 'gwen',
          on: '2026-03-25',
          words:
            'No spelling test in Years 3 and 4 since February. We sort words on the carpet after lunch. Parents asked twice, and then not again.',
        },
        {
          school: 'holly',
          by: 'maeve',
          on: '2026-03-27',
          words: 'I sort words with Year 2. The rest of the school was not ready, and I did not push.',
        },
        {
          school: 'weir',
          by: 'zofia',
          on: '2026-04-16',
          words:
            'We tried a test without marks for six weeks and stopped: the children marked it themselves. The sorting stays in my class.',
        },
      ],
    },
  },
  {
    network: 'hafren',
    by: 'ifan',
    on: '2026-09-08',
    title: 'One feedback policy for small schools',
    whatFor:
      'To write one policy together instead of eight alone: what we say to children about their work, what we stop writing, and how heads look at books without counting ticks.',
    whoFor: 'Schools that have to have a policy by spring anyway, and anybody who marks on Sundays',
    from: '2026-09-14',
    until: '2027-03-26',
    begunOn: '2026-09-14',
    schools: [
      { school: 'st-davids', by: 'joanna', on: '2026-09-10' },
      { school: 'weir', by: 'imran', on: '2026-09-15' },
      {
        school: 'coed',
        by: 'rhian',
        on: '2026-09-16',
        word: 'Rhian asked in the staff room: yes, as long as it fits on two sides of paper.',
      },
    ],
    colleagues: [{ person: 'maeve', school: 'holly', on: '2026-09-22' }],
    guests: [],
    steps: [
      {
        on: '2026-09-24',
        noted: '2026-09-25',
        by: 'ifan',
        place: 'Ysgol Coed-y-dŵr',
        words:
          'We laid three old policies side by side. Together they have 41 pages, and the word “child” stands in them nine times.',
      },
      {
        on: '2026-10-22',
        noted: '2026-10-23',
        by: 'sadia',
        place: 'St David’s, staff room',
        words:
          'The heads have read the first issue. Joanna asked what a governor should see in a book; we have no answer yet.',
      },
      {
        on: '2026-11-12',
        noted: '2026-11-13',
        by: 'sam',
        place: 'Weir Lane, library',
        words: 'Agreed, with Maeve’s paragraph about the youngest. Each school takes it home now.',
      },
      {
        on: '2027-01-21',
        noted: '2026-11-13',
        by: 'ifan',
        place: 'Weir Lane, library',
        words: 'We bring six books from each school and read them with the policy beside us.',
      },
    ],
    text: {
      title: 'Feedback policy',
      about: 'Two sides of paper, for schools with fewer than ten teachers.',
      by: 'ifan',
      writers: ['sadia', 'sam'],
      on: '2026-09-28',
      issues: [
        { name: 'For the heads to read', body: policyForTheHeads, by: 'ifan', on: '2026-10-16' },
        { name: 'As agreed at Weir Lane', body: policyAgreed, by: 'sadia', on: '2026-11-12', agreedOn: '2026-11-12' },
      ],
      said: [
        {
          ...{ by: 'maeve', on: '2026-10-19', kind: 'challenge' },
          words:
            'All of this is for children who can read what we write. What do we do in Reception and Year 1, where a note in a book is a note to the parents?',
          answer: {
            by: 'sam',
            on: '2026-10-26',
            words:
              'You are right, we had forgotten them. There is a paragraph now: with the youngest we say it, at once, and write nothing.',
          },
        },
        {
          by: 'imran',
          on: '2026-10-21',
          kind: 'comment',
          words:
            'I can sign this. I would like one sentence on what I look at when I open a book, so that nobody marks for me.',
        },
        {
          ...{ by: 'joanna', on: '2026-11-16', kind: 'challenge' },
          words:
            'My governors will ask how we know that it works. Is “we read six books together each term” an answer that you would stand up and give?',
        },
      ],
      homes: [
        {
          ...{ school: 'st-davids', by: 'sadia', on: '2026-11-14', body: policyAtStDavids, shared: true },
          changed:
            'We meet about books in every half term, not once a term, and Year 6 keeps a weekly written question.',
          because:
            'We are the biggest of the three: seven classes. And Year 6 asked for it themselves, because they go to a school where books are marked.',
        },
        {
          ...{ school: 'weir', by: 'sam', on: '2026-11-17', body: policyAtWeir, shared: true },
          changed: 'We took out the stamps. Teaching assistants give feedback too, and it says so.',
          because: 'Half of what children hear about their work here comes from Mrs Begum and her colleagues.',
        },
      ],
    },
  },
  {
    network: 'hafren',
    by: 'huw',
    on: '2026-09-30',
    title: 'Two yards, one weather diary',
    whatFor:
      'Our two infant classes measure rain and wind at nine each morning and read each other’s numbers over the phone.',
    whoFor: 'Just the two of us, so far',
    theme: 'world',
    from: '2026-10-05',
    until: '2027-07-09',
    begunOn: '2026-10-05',
    schools: [],
    colleagues: [
      { person: 'huw', school: 'bryn', on: '2026-09-30' },
      { person: 'kasia', school: 'upper-marsh', on: '2026-10-01' },
    ],
    guests: [],
    steps: [
      {
        on: '2026-10-05',
        noted: '2026-10-05',
        by: 'huw',
        words: 'First call. They had four millimetres, we had none. Nobody believed it, so we rang again.',
      },
      {
        on: '2026-11-09',
        noted: '2026-11-10',
        by: 'kasia',
        words: 'A child asked whether the river carries their rain to us. We have put a cork in a bottle with a note.',
      },
    ],
  },
  {
    network: 'hafren',
    by: 'eleri',
    on: '2026-10-12',
    title: 'Stories before school',
    whatFor:
      'Children who start in September come with a grown-up for a story on Thursday afternoons, in Welsh, English, Urdu or Polish, whoever can read that week.',
    whoFor: 'Schools with a nursery or a warm corner',
    theme: 'language',
    from: '2026-11-02',
    until: '2027-06-25',
    begunOn: '2026-11-02',
    schools: [
      { school: 'glanwy', by: 'geraint', on: '2026-10-13' },
      { school: 'river', by: 'owen', on: '2026-10-19' },
    ],
    colleagues: [],
    guests: [
      { person: 'dilys', on: '2026-10-20', yesOn: '2026-10-21' },
      { person: 'menna', on: '2026-10-22', yesOn: '2026-10-23' },
    ],
    steps: [
      {
        on: '2026-11-05',
        noted: '2026-11-05',
        by: 'eleri',
        place: 'Ysgol Glan-wŷ',
        words:
          'Five children, four grown-ups, one dog outside. Dilys read; she was a librarian for thirty years and does the voices. Menna brought two families from the children’s centre who had never been inside the school.',
      },
      {
        on: '2026-12-10',
        noted: '2026-11-12',
        by: 'geraint',
        place: 'River Road, nursery',
        words: 'The first afternoon at River Road. Owen reads in English, Bilal’s mother in Urdu.',
      },
    ],
  },
  {
    network: 'hafren',
    by: 'tomasz',
    on: '2026-11-17',
    title: 'A wall for somebody else',
    whatFor:
      'Each term one school clears a wall and another school’s children hang their work on it, and come to explain it.',
    whoFor: 'Any class with something to show and a way to get there',
    theme: 'language',
    from: '2027-01-11',
    until: '2027-07-16',
    schools: [],
    colleagues: [{ person: 'tomasz', school: 'river', on: '2026-11-17' }],
    guests: [],
    steps: [],
  },
  {
    network: 'harbour',
    by: 'marek',
    on: '2026-09-09',
    title: 'A revision week that students plan',
    whatFor:
      'In the week before mocks Year 10 plan their own revision with three habits to choose from, and teachers keep out of the way until Friday.',
    whoFor: 'Form tutors of Year 10',
    theme: 'memory',
    from: '2026-09-14',
    until: '2027-02-12',
    begunOn: '2026-09-14',
    schools: [
      { school: 'quay', by: 'ruth', on: '2026-09-11', word: 'The deputy said yes by e-mail, for Year 10 only.' },
      { school: 'st-brigid', by: 'bridie', on: '2026-09-21' },
    ],
    colleagues: [
      { person: 'marek', school: 'lighthouse', on: '2026-09-09' },
      { person: 'yusra', school: 'dunes', on: '2026-09-14' },
    ],
    guests: [],
    steps: [
      {
        on: '2026-10-07',
        noted: '2026-10-08',
        by: 'marek',
        place: 'Lighthouse, room 12',
        words: 'Eleven students from three schools chose the three habits. Ours were not among the first five.',
      },
      { on: '2027-01-11', noted: '2026-11-05', by: 'yusra', words: 'The week itself, in all three schools.' },
    ],
    text: {
      title: 'Scheme of work for the week',
      about: 'Five days, three habits, no worksheets.',
      by: 'marek',
      writers: ['yusra', 'ruth'],
      on: '2026-10-12',
      issues: [{ name: 'For January', body: revisionWeek, by: 'marek', on: '2026-11-05', agreedOn: '2026-11-05' }],
      said: [
        {
          ...{ by: 'bridie', on: '2026-10-28', kind: 'challenge' },
          words:
            'Who tells the parents that nobody sets work for a week? Mine will be on the telephone by Monday noon.',
          answer: {
            by: 'ruth',
            on: '2026-11-02',
            words: 'The students do. The letter is their first task on Monday, and you sign it.',
          },
        },
      ],
      homes: [
        {
          ...{ school: 'dunes', by: 'yusra', on: '2026-11-10', body: revisionWeekAtDunes, shared: true },
          changed:
            'Four days, because our Friday is a training day; and the habit “teach it to somebody younger” is done with Year 7.',
          because: 'We have Year 7 in the next corridor, and they like being asked.',
        },
      ],
    },
  },
]
