import type { Generated, Selectable } from 'kysely'

/** Whether schools and colleagues may still come in. */
export const joinings = ['open', 'full', 'closed'] as const
export type Joining = (typeof joinings)[number]

export interface ProjectTable {
  id: string
  networkId: string
  themeId: string | null
  title: string
  whatFor: string
  whoFor: Generated<string>
  /** A place on the web where its material is. */
  link: Generated<string>
  startsOn: string
  endsOn: string
  /** Whoever is asked about it, and looks after it. */
  contactId: string
  joining: Generated<Joining>
  proposedAt: string
  proposedBy: string
  begunAt: string | null
  begunBy: string | null
  endedAt: string | null
  endedBy: string | null
  /** What came of it as a whole, in a line or two, said when it ended. */
  cameOfIt: Generated<string>
  /** Its words without accents, for the box above the list. */
  folded: Generated<string>
  sequence: Generated<number>
  changedAt: string
}
export type Project = Selectable<ProjectTable>

/** A school, a single colleague from their school, or somebody who was invited and is from no school of it. */
export type MemberAs = 'school' | 'colleague' | 'guest'

export interface ProjectMemberTable {
  id: string
  projectId: string
  as: MemberAs
  schoolId: string | null
  personId: string | null
  /** Guests are asked, and say yes or no. */
  askedAt: string | null
  askedBy: string | null
  joinedAt: string | null
  joinedBy: string | null
  /** What the school said, where a network leader noted that it joins. */
  joiningWord: Generated<string>
  leftAt: string | null
  leftBy: string | null
  leavingWord: Generated<string>
}
export type ProjectMember = Selectable<ProjectMemberTable>

export interface ProjectStepTable {
  id: string
  projectId: string
  onDay: string
  words: string
  place: Generated<string>
  sequence: Generated<number>
  addedAt: string
  addedBy: string
  changedAt: string
  removedAt: string | null
}
export type ProjectStep = Selectable<ProjectStepTable>

/** What came of it in one school, in its own words. */
export interface ProjectOutcomeTable {
  id: string
  projectId: string
  schoolId: string
  words: string
  saidAt: string
  saidBy: string
}
export type ProjectOutcome = Selectable<ProjectOutcomeTable>

/** A text that is drafted together: its words are saved as they are typed (drafting/text-kinds.ts). */
export interface ProjectTextTable {
  id: string
  projectId: string
  title: string
  about: Generated<string>
  begunAt: string
  begunBy: string
}
export type ProjectText = Selectable<ProjectTextTable>

export interface ProjectWriterTable {
  textId: string
  personId: string
  addedAt: string
  addedBy: string
}

/** The text as it stood when somebody kept it under a name, or as it was agreed. */
export interface ProjectIssueTable {
  id: string
  textId: string
  number: number
  name: string
  body: string
  agreedOn: string | null
  keptAt: string
  keptBy: string
}
export type ProjectIssue = Selectable<ProjectIssueTable>

/** A school’s own version, taken home from an issue. */
export interface ProjectHomeTable {
  id: string
  textId: string
  issueId: string
  schoolId: string
  takenAt: string
  takenBy: string
  changed: Generated<string>
  because: Generated<string>
  sharedAt: string | null
  sharedBy: string | null
}
export type ProjectHome = Selectable<ProjectHomeTable>

export interface ProjectCommentTable {
  id: string
  textId: string
  kind: 'comment' | 'challenge'
  words: string
  saidAt: string
  saidBy: string
  answer: string | null
  answeredAt: string | null
  answeredBy: string | null
  removedAt: string | null
}
export type ProjectComment = Selectable<ProjectCommentTable>

declare module '../database.js' {
  interface Tables {
    projects: ProjectTable
    projectMembers: ProjectMemberTable
    projectSteps: ProjectStepTable
    projectOutcomes: ProjectOutcomeTable
    projectTexts: ProjectTextTable
    projectWriters: ProjectWriterTable
    projectIssues: ProjectIssueTable
    projectHomes: ProjectHomeTable
    projectComments: ProjectCommentTable
  }
}
