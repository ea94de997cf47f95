import type { ThemeMaterial } from './types.js'

/** A theme that is just beginning. */
export const families: ThemeMaterial = {
  theme: 'families',
  network: 'hafren',
  led: [],
  added: {
    on: '2025-09-10',
    by: 'nia',
    name: 'Parents in school',
    about: 'Mornings, evenings and the five minutes at the gate.',
  },
  before: { name: 'Parents in school', until: '2026-01-08' },
  closed: {
    on: '2026-07-14',
    because:
      'One group asked about it, and finished. What it found is in three schools now, and what is left to do belongs to Talk and reading. We would rather have two themes that are alive than three.',
  },
  focus: {
    on: '2026-01-08',
    words: 'Families come when they are asked for something that only they have. We want to learn to ask.',
  },
  objectives: [
    {
      on: '2026-01-08',
      objective: 'Each school asks ten families for something, and writes down how it asked',
      cameOfIt: {
        on: '2026-07-13',
        words: 'Six schools did. The question that worked best began with “Would you show us”.',
      },
    },
  ],
  activities: [
    {
      on: '2026-01-08',
      activity: 'Five minutes at the gate: what do families tell us when we do not ask?',
      forWhom: 'Heads and assistants',
      onDay: '2026-03-20',
      told: {
        on: '2026-03-24',
        outcome: 'done',
        cameOfIt: 'Mostly: what their children say about us. We should do it again.',
      },
    },
  ],
  champions: [],
  sessions: [],
  plans: [],
  notes: [],
  words: [],
  summaries: [],
}
