import type { SessionKind } from '../../../themes/tables.js'

/** What co-leaders did in the themes of both networks; people, schools, terms and groups by their ids in the cast. */
export interface ThemeMaterial {
  theme: string
  network: string
  /** Whoever leads the theme, from a day on. */
  led: { by: string; from: string }[]
  /** What it was called before, until a day. */
  before?: { name: string; until: string }
  /** A theme that is not in the cast: who added it when, and what became of it. */
  added?: { on: string; by: string; name: string; about: string }
  closed?: { on: string; because: string }
  handedOver?: { on: string; by: string; to: string; word: string }
  focus: { on: string; words: string }
  objectives: { on: string; objective: string; cameOfIt?: { on: string; words: string } }[]
  activities: {
    on: string
    activity: string
    forWhom: string
    onDay: string | null
    told?: { on: string; outcome: 'done' | 'dropped'; cameOfIt: string }
  }[]
  champions: {
    on: string
    person: string
    school: string
    why: string
    yes?: { on: string; knows: string }
    no?: string
    back?: string
  }[]
  sessions: {
    on: string
    title: string
    kind: SessionKind
    onDay: string
    starts: string
    ends: string
    school: string
    place: string
    ledBy: string
    about: string
    coming: string[]
    told?: { on: string; came: string[]; othersCame: number; cameOfIt: string }
    cancelled?: { on: string; because: string }
  }[]
  plans: { on: string; schoolYear: number; pence: number | null; halfDays: number | null; notes: string }[]
  notes: { on: string; term: string; body: string; sent: boolean }[]
  /** Words by which it is read; claims that stand under one by hand, by how they begin. */
  words: { on: string; word: string; placed?: string[] }[]
  codes?: { on: string; by: string; group: string; names: string[] }
  summaries: { on: string; term: string; body: string; out: boolean }[]
  ownNotes?: { on: string; network: string; school: string }
}
