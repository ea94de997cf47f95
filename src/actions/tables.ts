import type { Generated, Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty } from '../names/written.js'

export interface ActionTable {
  id: string
  groupId: string
  enquiryId: string
  number: number
  action: WrittenColumn
  expectedEffect: WrittenColumn
  steps: WrittenOrEmpty
  who: WrittenOrEmpty
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
  /** The action of the cycle before that goes on in this one. */
  carriedFrom: string | null
  version: Generated<number>
}
export type Action = Read<Selectable<ActionTable>>

export interface ActionSchoolTable {
  id: string
  actionId: string
  schoolId: string
  adaptation: WrittenOrEmpty
  whatHappened: WrittenOrEmpty
  version: Generated<number>
  writtenAt: string
  writtenBy: string
}
export type ActionSchool = Read<Selectable<ActionSchoolTable>>

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
