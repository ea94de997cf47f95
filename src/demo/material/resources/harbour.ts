import type { DemoClaim } from './claims.js'

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
