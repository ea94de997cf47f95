import type { ExpenseKind } from '../../../resources/tables.js'

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
