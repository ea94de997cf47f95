import type { Generated, Selectable } from 'kysely'

export interface ActionTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  action: string
  expectedEffect: string
  steps: Generated<string>
  who: Generated<string>
  startsOn: string | null
  endsOn: string | null
  agreedAt: string
  agreedBy: string
  sharedAt: string | null
  sharedBy: string | null
  completedAt: string | null
  completedBy: string | null
  removedAt: string | null
  removedBy: string | null
  version: Generated<number>
}
export type Action = Selectable<ActionTable>

export interface ActionSchoolTable {
  id: string
  actionId: string
  schoolId: string
  adaptation: Generated<string>
  whatHappened: Generated<string>
  version: Generated<number>
  writtenAt: string
  writtenBy: string
}
export type ActionSchool = Selectable<ActionSchoolTable>

export interface ActionEvidenceTable {
  actionId: string
  evidenceId: string
  linkedAt: string
  linkedBy: string
}
export type ActionEvidence = Selectable<ActionEvidenceTable>

declare module '../database.js' {
  interface Tables {
    actions: ActionTable
    actionSchools: ActionSchoolTable
    actionEvidence: ActionEvidenceTable
  }
}
