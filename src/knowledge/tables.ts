import type { Selectable } from 'kysely'
import type { Read, WrittenColumn } from '../names/written.js'
import type { Stance } from '../enquiries/stages/stage-fields.js'

export interface PublishedReferenceTable {
  id: string
  groupId: string
  key: string
  /** A Work as JSON, see work.ts. */
  work: string
  title: string
  doi: string | null
  version: number
  addedAt: string
  addedBy: string
  revisedAt: string | null
  revisedBy: string | null
  sharedAt: string | null
  sharedBy: string | null
  removedAt: string | null
  removedBy: string | null
  removedBecause: string | null
}
export type PublishedReference = Selectable<PublishedReferenceTable>

export interface ReferenceStanceTable {
  id: string
  referenceId: string
  enquiryId: string
  stance: Stance
  sentence: WrittenColumn
  version: number
  saidAt: string
  saidBy: string
}
export type ReferenceStance = Read<Selectable<ReferenceStanceTable>>

export interface ReferenceImportTable {
  id: string
  groupId: string
  personId: string
  /** What was found in the list, as JSON, see importing.ts. */
  found: string
  madeAt: string
}
export type ReferenceImport = Selectable<ReferenceImportTable>

declare module '../database.js' {
  interface Tables {
    publishedReferences: PublishedReferenceTable
    referenceStances: ReferenceStanceTable
    referenceImports: ReferenceImportTable
  }
}
