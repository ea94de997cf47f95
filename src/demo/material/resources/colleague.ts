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
