import type { BidWords } from '../../../resources/bids/bids.js'

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
