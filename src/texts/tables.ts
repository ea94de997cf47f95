import type { Selectable } from 'kysely'
import type { WrittenColumn } from '../names/written.js'

export interface TextTable {
  id: string
  kind: string
  owner: string
  field: string
  body: WrittenColumn
  version: number
  savedAt: string
  savedBy: string | null
}
export type Text = Selectable<TextTable>

export interface TextVersionTable {
  textId: string
  version: number
  body: WrittenColumn
  savedAt: string
  savedBy: string | null
}
export type TextVersion = Selectable<TextVersionTable>

declare module '../database.js' {
  interface Tables {
    texts: TextTable
    textVersions: TextVersionTable
  }
}
