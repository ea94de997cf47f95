import type { Generated, Selectable } from 'kysely'

/** A name that a theme had before. */
export interface ThemeNameTable {
  id: string
  themeId: string
  name: string
  untilAt: string
  changedBy: string
}
export type ThemeName = Selectable<ThemeNameTable>

export interface ThemeObjectiveTable {
  id: string
  themeId: string
  objective: string
  cameOfIt: Generated<string>
  addedAt: string
  addedBy: string
  answeredAt: string | null
  answeredBy: string | null
  removedAt: string | null
  removedBy: string | null
}
export type ThemeObjective = Selectable<ThemeObjectiveTable>

/** A learning activity that the theme has agreed. */
export interface ThemeActivityTable {
  id: string
  themeId: string
  activity: string
  forWhom: Generated<string>
  onDay: string | null
  agreedAt: string
  agreedBy: string
  changedAt: string
  sequence: Generated<number>
  doneAt: string | null
  doneBy: string | null
  droppedAt: string | null
  droppedBy: string | null
  /** What came of it; of one that was dropped, why. */
  cameOfIt: Generated<string>
}
export type ThemeActivity = Selectable<ThemeActivityTable>

/** Somebody in a school whom colleagues can ask about the theme, once they have said yes. */
export interface ThemeChampionTable {
  id: string
  themeId: string
  personId: string
  schoolId: string
  why: Generated<string>
  askedAt: string
  askedBy: string
  saidYesAt: string | null
  /** What colleagues can ask them, in their own words. */
  knows: Generated<string>
  saidNoAt: string | null
  endedAt: string | null
  endedBy: string | null
}
export type ThemeChampion = Selectable<ThemeChampionTable>

export const sessionKinds = ['workshop', 'sharing session'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** A workshop or a short sharing session, led by teachers. */
export interface ThemeSessionTable {
  id: string
  themeId: string
  kind: SessionKind
  title: string
  about: Generated<string>
  ledBy: Generated<string>
  schoolId: string | null
  place: Generated<string>
  startsAt: string
  endsAt: string
  plannedAt: string
  plannedBy: string
  changedAt: string
  sequence: Generated<number>
  cancelledAt: string | null
  cancelledBy: string | null
  cancelledBecause: Generated<string>
  /** When it was said who came, and what came of it. */
  toldAt: string | null
  toldBy: string | null
  /** How many came who are not on the workbench. */
  othersCame: Generated<number>
  cameOfIt: Generated<string>
}
export type ThemeSession = Selectable<ThemeSessionTable>

export interface ThemeSessionPersonTable {
  sessionId: string
  personId: string
  comingAt: string
  withdrewAt: string | null
  cameAt: string | null
}

/** What a theme plans for a school year: 2026 is 2026/27. */
export interface ThemePlanTable {
  themeId: string
  schoolYear: number
  pence: number | null
  researcherHalfDays: number | null
  notes: Generated<string>
  savedAt: string
  savedBy: string
}
export type ThemePlan = Selectable<ThemePlanTable>

/** What became of a theme’s texts of a term: the note to the circle, and the summary of what groups claim. */
export interface ThemeTermTable {
  themeId: string
  termId: string
  noteSentAt: string | null
  noteSentBy: string | null
  readingOutAt: string | null
  readingOutBy: string | null
}
export type ThemeTerm = Selectable<ThemeTermTable>

/** A word under which the claims of a theme’s groups are read side by side. */
export interface ThemeStrandTable {
  id: string
  themeId: string
  strand: string
  addedAt: string
  addedBy: string
  removedAt: string | null
}
export type ThemeStrand = Selectable<ThemeStrandTable>

/** A claim that a co-leader has put under a strand, or taken out of it. */
export interface ThemeStrandClaimTable {
  strandId: string
  claimId: string
  belongs: 'yes' | 'no'
  saidAt: string
  saidBy: string
}

/** A code of a group’s codebook that the group has shared with its theme. */
export interface ThemeCodeTable {
  themeId: string
  codeId: string
  groupId: string
  sharedAt: string
  sharedBy: string
}

export interface ThemeHandoverTable {
  id: string
  themeId: string
  fromPerson: string | null
  toPerson: string
  word: Generated<string>
  givenAt: string
  givenBy: string
}
export type ThemeHandover = Selectable<ThemeHandoverTable>

declare module '../database.js' {
  interface Tables {
    themeNames: ThemeNameTable
    themeObjectives: ThemeObjectiveTable
    themeActivities: ThemeActivityTable
    themeChampions: ThemeChampionTable
    themeSessions: ThemeSessionTable
    themeSessionPeople: ThemeSessionPersonTable
    themePlans: ThemePlanTable
    themeTerms: ThemeTermTable
    themeStrands: ThemeStrandTable
    themeStrandClaims: ThemeStrandClaimTable
    themeCodes: ThemeCodeTable
    themeHandovers: ThemeHandoverTable
  }
}
