import type { Selectable } from 'kysely'

export interface TermlyReportTable {
  id: string
  networkId: string
  termId: string
  slug: string
  begunAt: string
  begunBy: string
}
export type TermlyReport = Selectable<TermlyReportTable>

export interface ShortReportTable {
  id: string
  groupId: string
  termId: string
  releaseDays: number | null
  begunAt: string
  begunBy: string
  sentAt: string | null
  sentBy: string | null
}
export type ShortReport = Selectable<ShortReportTable>

export interface NudgeTable {
  id: string
  groupId: string
  termId: string
  nudgedAt: string
  nudgedBy: string
}
export type Nudge = Selectable<NudgeTable>

declare module '../database.js' {
  interface Tables {
    termlyReports: TermlyReportTable
    shortReports: ShortReportTable
    nudges: NudgeTable
  }
}
