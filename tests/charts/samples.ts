import type { Chart } from '../../src/charts/chart.js'

const schools = [
  'St David’s Church Primary',
  'Weir Lane Primary',
  'Ysgol Gymraeg Dyffryn Cwm-y-Glo a Phentre’r Felin Uchaf',
  'Ysgol y Bryn',
]

/** One chart of each kind, with names and numbers that are hard to set. */
export const samples = {
  run: {
    kind: 'run',
    title: 'Books borrowed in a week at Ysgol y Bryn',
    measure: 'Books borrowed in a week',
    points: [12, 14, 11, 13, null, 12, 19, 21, 20, 22, 24, 23].map((value, at) => ({
      on: `2026-${String(at + 1).padStart(2, '0')}-05`,
      value,
      noticed: at > 5,
      ...(value === null ? { heldBack: 'fewer than 5 pupils' } : {}),
    })),
    median: 12,
    baseline: { from: '2026-01-05', to: '2026-06-05' },
    moments: [{ on: '2026-06-20', label: 'A2 begins: fifteen minutes that nobody interrupts' }],
    noticed: ['The last six readings are all above the median.'],
  },
  'before-after': {
    kind: 'before-after',
    title: 'Reading age',
    measure: 'Reading age in years',
    before: 'in October 2025',
    after: 'in June 2026',
    schools: schools.map((school, at) =>
      at === 1
        ? { school, before: null, after: null, heldBack: 'fewer than 5 pupils' }
        : { school, before: 8.4 + at / 5, after: 9 + at / 10 },
    ),
  },
  grid: {
    kind: 'grid',
    title: 'Evidence by kind and school',
    of: 'kind',
    sentence: 'What was counted, by kind.',
    rows: ['observation', 'pupil voice', 'assessment data'],
    columns: [...schools, 'Holly Bank', 'River Academy'],
    cells: [
      [4, 0, 12, 3, 1, 2],
      [0, 1, 5, 25, 7, 9],
      [1, 1, 0, 0, 2, 0],
    ],
  },
  adoption: {
    kind: 'grid',
    title: 'Where each recommendation stands',
    of: 'recommendation',
    sentence: 'What was counted, by recommendation.',
    rows: ['R1 Fifteen minutes that nobody interrupts', 'R2 A story that stops'],
    columns: ['no answer yet', 'considering', 'trying', 'in place', 'dropped'],
    cells: [
      [1, 0, 2, 1, 0],
      [0, 3, 0, 0, 1],
    ],
  },
  together: {
    kind: 'together',
    title: 'Codes that occur together',
    of: 'code',
    sentence: 'What was counted, by code.',
    rows: ['choice', 'time', 'being seen'],
    columns: ['choice', 'time', 'being seen'],
    cells: [
      [12, 4, 0],
      [4, 9, 2],
      [0, 2, 20],
    ],
  },
  timeline: {
    kind: 'timeline',
    title: 'The stages of this enquiry',
    rows: ['Context', 'Purpose', 'Evidence', 'Action', 'Evaluation'],
    bars: [
      { row: 'Context', from: '2025-11-03', to: '2026-01-26', stage: 'context' },
      { row: 'Purpose', from: '2026-01-26', to: '2026-02-09', stage: 'purpose' },
      { row: 'Evidence', from: '2026-02-09', to: '2026-07-13', stage: 'evidence' },
      { row: 'Action', from: '2026-07-13', to: '2026-09-14', stage: 'action' },
      { row: 'Evidence', from: '2026-09-14', to: '2026-11-25', stage: 'evidence' },
    ],
  },
} satisfies Record<string, Chart>
