import type { BidWords } from '../../resources/bids/bids.js'
import type { ExpenseKind } from '../../resources/tables.js'

interface Answer {
  by: string
  on: string
  says: 'yes' | 'sent back' | 'declined'
  word?: string
}

/** A claim as somebody of the cast made it, and what became of it. */
export interface DemoClaim {
  by: string
  school: string
  kind: ExpenseKind
  draftedOn: string
  onDay: string
  halfDays?: number
  minutes?: number
  tenthsOfMiles?: number
  pence?: number
  cover?: 'arranged' | 'not yet' | 'not needed'
  forWhat: string
  /** The action of a group that it paid for, by its number. */
  action?: { group: string; number: number }
  budget: string
  isDraft?: true
  answers?: Answer[]
  paid?: { on: string; reference: string }
}

/** What the Hafren schools share: a grant, what each puts in, and what they do with it. */
export const grant = {
  ...{ name: 'Small Schools Trust, looking together', kind: 'grant' as const, year: 2025, pence: 120_000 },
  about: 'Two years. For time to look in each other’s classrooms, and for nothing that a school would buy anyway.',
  openedOn: '2025-09-22',
  closedOn: '2026-08-24',
  budgets: [
    {
      of: ['group', 'reading'],
      name: 'Reading by choice',
      pence: 40_000,
      about: 'Release time, and books that children choose.',
    },
    {
      of: ['group', 'marking'],
      name: 'Marking that children use',
      pence: 20_000,
      about: 'Release time to read each other’s books.',
    },
    {
      of: ['theme', 'world'],
      name: 'Learning from the world',
      pence: 25_000,
      about: 'Learning outdoors and Number sense between them.',
    },
    {
      of: ['co-ordinator', null],
      name: 'Co-ordination',
      pence: 25_000,
      about: 'A day each half term to keep it all together.',
      holder: 'rhian',
    },
  ],
} as const

/** What was carried over into the second year goes on here. */
export const carriedOn = {
  on: '2026-09-17',
  budgets: [
    {
      of: ['group', 'marking'],
      name: 'Marking that children use, second year',
      pence: 25_000,
      about: 'Cover while three schools read each other’s books.',
    },
    {
      of: ['group', 'number'],
      name: 'Number sense',
      pence: 20_000,
      about: 'Jars, and the half days to count what lasts.',
    },
    {
      of: ['co-ordinator', null],
      name: 'Co-ordination, second year',
      pence: 20_000,
      about: 'Putting each term’s report together.',
      holder: 'rhian',
    },
  ],
} as const

export const schoolsPutIn = {
  ...{ name: 'What our schools put in', kind: 'contributions' as const, year: 2026 },
  about:
    'Each school gives what it can. What it gives decides nothing: groups, claims and days are the same for all eight.',
  openedOn: '2026-09-07',
  budgetsOn: '2026-09-17',
  // Glan-wŷ, with 35 children, cannot pay this year, and stands nowhere.
  given: [
    { school: 'bryn', promised: 14_000, paid: 14_000, on: '2026-09-09' },
    { school: 'st-davids', promised: 42_000, paid: 42_000, on: '2026-09-10' },
    { school: 'weir', promised: 40_000, paid: 20_000, on: '2026-09-14' },
    { school: 'coed', promised: 22_000, paid: 22_000, on: '2026-09-15' },
    { school: 'upper-marsh', promised: 10_000, paid: 10_000, on: '2026-09-15' },
    { school: 'holly', promised: 18_000, paid: 18_000, on: '2026-09-16' },
    { school: 'river', promised: 60_000, paid: 0, on: null },
  ],
  budgets: [
    { of: ['group', 'reading'], name: 'Reading by choice', pence: 50_000, about: 'The second year of the diaries.' },
    {
      of: ['group', 'outdoors'],
      name: 'Learning outdoors',
      pence: 35_000,
      about: 'Cover for the Thursdays, and the bus when it rains.',
    },
    {
      of: ['theme', 'language'],
      name: 'Talk and reading',
      pence: 30_000,
      about: 'Twilight sessions, led by teachers.',
    },
    {
      of: ['project', null],
      name: 'Story bags in four languages',
      pence: 24_000,
      holder: 'eleri',
      about: 'Families fill them, schools lend them.',
      overBecause: 'The rest comes in January, and the bags have to be sewn before Christmas.',
    },
  ],
} as const

export const claims: DemoClaim[] = [
  {
    ...{
      by: 'sam',
      school: 'weir',
      kind: 'release',
      draftedOn: '2025-11-17',
      onDay: '2025-11-26',
      halfDays: 1,
      cover: 'arranged',
    },
    forWhat: 'A morning in Sadia’s class, with the reading diaries open',
    budget: 'Reading by choice',
    answers: [
      { by: 'imran', on: '2025-11-18', says: 'yes' },
      { by: 'sadia', on: '2025-11-19', says: 'yes' },
    ],
    paid: { on: '2025-12-12', reference: 'BACS 0114' },
  },
  {
    ...{
      by: 'bilal',
      school: 'river',
      kind: 'release',
      draftedOn: '2026-02-09',
      onDay: '2026-02-25',
      halfDays: 2,
      cover: 'arranged',
    },
    forWhat: 'A whole day listening to children read to each other at Weir Lane',
    budget: 'Reading by choice',
    answers: [
      { by: 'owen', on: '2026-02-10', says: 'yes' },
      { by: 'sadia', on: '2026-02-11', says: 'yes' },
    ],
    paid: { on: '2026-03-13', reference: 'BACS 0131' },
  },
  {
    ...{ by: 'ifan', school: 'coed', kind: 'materials', draftedOn: '2026-03-02', onDay: '2026-02-27', pence: 3180 },
    forWhat: 'Sixty small notebooks, so that no child’s own book was written in',
    budget: 'Marking that children use',
    answers: [{ by: 'nia', on: '2026-03-04', says: 'yes' }],
    paid: { on: '2026-03-20', reference: 'BACS 0138' },
  },
  {
    ...{
      by: 'kasia',
      school: 'upper-marsh',
      kind: 'travel',
      draftedOn: '2026-05-18',
      onDay: '2026-05-14',
      tenthsOfMiles: 385,
    },
    forWhat: 'To Holly Bank and back with the rain gauges',
    action: { group: 'outdoors', number: 1 },
    budget: 'Learning from the world',
    answers: [{ by: 'rhian', on: '2026-05-19', says: 'yes' }],
    paid: { on: '2026-06-12', reference: 'BACS 0160' },
  },
  {
    ...{ by: 'rhian', school: 'coed', kind: 'twilight', draftedOn: '2026-06-29', onDay: '2026-06-24', minutes: 150 },
    forWhat: 'Putting the summer report together with four lead learners',
    budget: 'Co-ordination',
    answers: [{ by: 'nia', on: '2026-06-30', says: 'yes' }],
    paid: { on: '2026-07-17', reference: 'BACS 0171' },
  },
  {
    ...{
      by: 'huw',
      school: 'bryn',
      kind: 'release',
      draftedOn: '2026-09-21',
      onDay: '2026-10-08',
      halfDays: 1,
      cover: 'arranged',
    },
    forWhat: 'Counting who speaks, in the wood and then indoors',
    action: { group: 'outdoors', number: 1 },
    budget: 'Learning outdoors',
    answers: [
      { by: 'mair', on: '2026-09-22', says: 'yes' },
      { by: 'kasia', on: '2026-09-23', says: 'yes' },
    ],
    paid: { on: '2026-10-23', reference: 'BACS 0188' },
  },
  {
    ...{
      by: 'maeve',
      school: 'holly',
      kind: 'release',
      draftedOn: '2026-10-01',
      onDay: '2026-10-15',
      halfDays: 1,
      cover: 'arranged',
    },
    forWhat: 'The same count at Upper Marsh, so that we know whether it is only us',
    action: { group: 'outdoors', number: 1 },
    budget: 'Learning outdoors',
    answers: [
      { by: 'carys', on: '2026-10-02', says: 'yes' },
      { by: 'kasia', on: '2026-10-05', says: 'yes' },
    ],
    paid: { on: '2026-10-23', reference: 'BACS 0189' },
  },
  {
    ...{
      by: 'eleri',
      school: 'glanwy',
      kind: 'release',
      draftedOn: '2026-10-12',
      onDay: '2026-11-05',
      halfDays: 1,
      cover: 'arranged',
    },
    forWhat: 'Thursday morning outdoors with Kasia’s class, before we begin ours',
    action: { group: 'outdoors', number: 1 },
    budget: 'Learning outdoors',
    answers: [
      { by: 'geraint', on: '2026-10-13', says: 'yes' },
      { by: 'kasia', on: '2026-10-14', says: 'yes' },
    ],
  },
  {
    ...{ by: 'gwen', school: 'bryn', kind: 'twilight', draftedOn: '2026-11-05', onDay: '2026-11-03', minutes: 90 },
    forWhat: 'Leading the twilight on explaining your partner’s method first',
    budget: 'Talk and reading',
    answers: [{ by: 'tomasz', on: '2026-11-06', says: 'yes' }],
  },
  {
    ...{ by: 'eleri', school: 'glanwy', kind: 'materials', draftedOn: '2026-11-09', onDay: '2026-11-07', pence: 4635 },
    forWhat: 'Cotton and zips for the first twelve story bags',
    budget: 'Story bags in four languages',
    answers: [{ by: 'nia', on: '2026-11-10', says: 'yes' }],
    paid: { on: '2026-11-18', reference: 'BACS 0204' },
  },
  {
    ...{
      by: 'sam',
      school: 'weir',
      kind: 'release',
      draftedOn: '2026-11-12',
      onDay: '2026-12-02',
      halfDays: 2,
      cover: 'not yet',
    },
    forWhat: 'Reading two terms of diaries side by side with Zofia',
    budget: 'Reading by choice',
    answers: [{ by: 'sadia', on: '2026-11-13', says: 'yes' }],
  },
  {
    ...{
      by: 'zofia',
      school: 'weir',
      kind: 'release',
      draftedOn: '2026-11-12',
      onDay: '2026-12-02',
      halfDays: 2,
      cover: 'arranged',
    },
    forWhat: 'Reading two terms of diaries side by side with Sam',
    budget: 'Reading by choice',
  },
  {
    ...{ by: 'bilal', school: 'river', kind: 'travel', draftedOn: '2026-11-16', onDay: '2026-11-12', pence: 1860 },
    forWhat: 'Train to Pont-y-felin for the story morning',
    budget: 'Talk and reading',
    answers: [
      {
        by: 'tomasz',
        on: '2026-11-17',
        says: 'sent back',
        word: 'Could you photograph the ticket and add it? Then it is done.',
      },
    ],
  },
  {
    ...{
      by: 'kasia',
      school: 'upper-marsh',
      kind: 'materials',
      draftedOn: '2026-11-02',
      onDay: '2026-10-30',
      pence: 21_900,
    },
    forWhat: 'Waterproofs for a whole class',
    budget: 'Learning outdoors',
    answers: [
      {
        by: 'nia',
        on: '2026-11-04',
        says: 'declined',
        word: 'A lovely thing, and one that the school’s own budget has to buy. Ask the parents’ friends?',
      },
    ],
  },
  {
    ...{ by: 'huw', school: 'bryn', kind: 'travel', draftedOn: '2026-11-19', onDay: '2026-11-19', tenthsOfMiles: 124 },
    forWhat: 'To Upper Marsh and back, with the dam in the boot',
    budget: 'Learning outdoors',
    isDraft: true,
  },
]

type DemoBid = Omit<BidWords, 'fundId'> & { on: string; changed?: { on: string } & Partial<BidWords> }

export const bids: DemoBid[] = [
  {
    on: '2026-03-16',
    toWhom: 'River Valley Community Fund',
    forWhat: 'A bus once a month, so that children see each other’s schools',
    ...{ pence: 384_000, dueOn: '2026-04-30', outcome: 'sent', grantedPence: null, words: '' },
    changed: {
      ...{ on: '2026-06-18', outcome: 'granted in part', grantedPence: 120_000 },
      words:
        'They paid for one term and asked what changed for the children. We had written about buses. Next time we begin with a child who did not speak and now does.',
    },
  },
  {
    on: '2026-11-09',
    toWhom: 'Small Schools Trust',
    forWhat: 'A third year of looking together, with cover for the two smallest schools',
    ...{ pence: 480_000, dueOn: '2026-12-11', outcome: 'being written', grantedPence: null },
    words: 'Take the page on what working together cost and brought. They asked for one page last time.',
  },
]

/** An adviser to all eight schools, whose days are held in common. */
export const adviser = {
  ...{
    name: 'Gareth Ellis-Huws',
    person: 'gareth',
    what: 'adviser' as const,
    year: 2026,
    halfDays: 40,
    baseHalfDays: 4,
  },
  about:
    'Sits at the back of a lesson and asks one question afterwards. Reads with governors what the numbers can and cannot say.',
  namedOn: '2026-09-08',
  days: [
    {
      on: '2026-09-16',
      school: null,
      halfDays: 2,
      forWhat: 'A first day with all heads: what would we like to be asked?',
    },
    {
      on: '2026-09-29',
      school: 'weir',
      halfDays: 1,
      forWhat: 'Year 4 reading, and a talk with Imran about what “choosing” looks like',
    },
    { on: '2026-10-08', school: 'upper-marsh', halfDays: 1, forWhat: 'Outdoors in the rain with Kasia’s class' },
    { on: '2026-10-14', school: 'coed', halfDays: 1, forWhat: 'Reading marked books with three teachers' },
    {
      on: '2026-11-03',
      school: 'glanwy',
      halfDays: 2,
      forWhat: 'With the two new teachers, one lesson each, and tea with both',
    },
    { on: '2026-11-17', school: 'glanwy', halfDays: 2, forWhat: 'The same two lessons, a fortnight on' },
    { on: '2026-12-09', school: 'glanwy', halfDays: 2, forWhat: 'What they would like to try in January' },
    { on: '2026-12-10', school: 'bryn', halfDays: 1, forWhat: 'Explaining a partner’s method: Gwen’s Year 5' },
  ],
  wish: {
    ...{ by: 'geraint', school: 'glanwy', on: '2026-10-05', halfDays: 4 },
    reason:
      'Two of our three teachers are new since September, and I teach half the week myself. They need somebody to think with who is not their head.',
    answer: {
      ...{ by: 'nia', on: '2026-10-13', agreed: 4 },
      word: 'The circle did not need to talk for long. St David’s, River Road and Weir Lane each leave you some of theirs, and are glad to.',
      from: [
        { schoolId: 'st-davids', halfDays: 1 },
        { schoolId: 'river', halfDays: 2 },
        { schoolId: 'weir', halfDays: 1 },
      ],
    },
  },
  openWish: {
    ...{ by: 'carys', school: 'holly', on: '2026-11-16', halfDays: 1 },
    reason:
      'Half a day for Maeve, who has taken Number sense over and would like to plan the second year aloud with somebody.',
  },
} as const

export const swots = [
  {
    ...{ title: 'Our year with an adviser', heldOn: '2026-07-08', by: 'nia', settledOn: '2026-07-10' },
    texts: {
      strengths:
        '- We know each other’s classrooms now, and not only each other’s results.\n- Nobody was “sent” to Gareth. People asked.',
      weaknesses: '- Most days went to the schools that shout first.\n- We wrote down too little of what she asked.',
      opportunities: '- Three new teachers in September.\n- Governors have begun to ask to see data together.',
      threats:
        '- Cover: there is nobody to ring after Wednesday.\n- If the trust stops paying, the two smallest schools feel it first.',
      next: '- A base share for everybody, and the rest by need. **Rhian**, by September.\n- One line for each day: what for. **Gareth**, from now on.',
    },
  },
  {
    ...{ title: 'Half a year of shares and needs', heldOn: '2026-12-03', by: 'mair', settledOn: null },
    texts: {
      strengths: '- It took five minutes to agree that one of us needed more this autumn.',
      weaknesses: '- Two schools have not booked anything yet. Do they not need it, or not ask?',
      opportunities: '',
      threats: '',
      next: '',
    },
  },
] as const

export const evenings = [
  {
    ...{ title: 'What can a number say about 35 children?', heldOn: '2026-11-12', starts: '18:30', ends: '20:00' },
    place: 'Hall of St David’s, Market Weir',
    about:
      'Governors of all eight schools around one table. We read the same two pages: a class of 12 and a class of 31.\n\nBring **one question** that you would not like to ask alone.',
    by: 'nia',
    on: '2026-10-19',
    papers: [
      {
        title: 'Understanding small cohorts: a reading for governors',
        href: 'https://www.gov.uk/school-performance-tables',
      },
    ],
  },
  {
    ...{ title: 'Attendance, looked at together', heldOn: '2027-02-04', starts: '18:30', ends: '20:00' },
    place: 'Ysgol y Bryn, Llanfair Uchaf',
    about:
      'How each of us counts a late bus, and what we would like to know of our own children before we compare anything.',
    by: 'rhian',
    on: '2026-11-16',
    papers: [],
  },
] as const

export const toRing = [
  { person: 'mair', on: '2026-09-17', telephone: '01632 960171', bestTime: 'After eight, any evening but Thursday' },
  { person: 'owen', on: '2026-09-18', telephone: '01632 960176', bestTime: 'In the car, from five' },
] as const

/** Harbour Towns has a little of its own. */
export const harbour = {
  fund: {
    ...{ name: 'Partnership’s own', kind: 'own' as const, year: 2026, pence: 80_000 },
    about: 'What was left of the summer school.',
    openedOn: '2026-09-14',
    budgets: [
      {
        of: ['group', 'revision'],
        name: 'Revision that lasts',
        pence: 40_000,
        about: 'Cover for the six-week visits.',
      },
    ],
  },
  claims: [
    {
      ...{
        by: 'yusra',
        school: 'dunes',
        kind: 'release',
        draftedOn: '2026-11-02',
        onDay: '2026-11-24',
        halfDays: 1,
        cover: 'arranged',
      },
      forWhat: 'Watching the retrieval starters at Quay Street',
      budget: 'Revision that lasts',
      answers: [{ by: 'marek', on: '2026-11-03', says: 'yes' }],
    },
  ] satisfies DemoClaim[] as DemoClaim[],
} as const
