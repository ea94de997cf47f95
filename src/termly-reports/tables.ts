import type { Generated, Selectable } from 'kysely'
import type { Outcome } from './arranging/outcomes.js'

export interface TermlyReportTable {
  id: string
  networkId: string
  termId: string
  slug: string
  begunAt: string
  begunBy: string
}
export type TermlyReport = Selectable<TermlyReportTable>

/** How far a report is, as its rows, its submissions and its editions tell together. */
export type ReportState = 'not begun' | 'being written' | 'waits for approval' | 'published' | 'withdrawn'

export interface ShortReportTable {
  id: string
  groupId: string
  termId: string
  releaseDays: number | null
  begunAt: string
  begunBy: string
  sentAt: string | null
  sentBy: string | null
  /** Whoever puts the report of the network together wants no picture beside the words of this group. */
  pictureLeftOutAt: string | null
  pictureLeftOutBy: string | null
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

/** A part of a network's report where somebody has moved it, left it out, worded its heading or added it. */
export interface ReportPartTable {
  id: string
  termId: string
  part: string
  heading: Generated<string>
  position: number
  leftOutAt: string | null
  leftOutBy: string | null
  addedAt: string
  addedBy: string
}

export interface ReportPictureTable {
  id: string
  termId: string
  part: string
  evidenceId: string
  fileId: string
  alt: string
  caption: Generated<string>
  chosenAt: string
  chosenBy: string
  removedAt: string | null
  removedBy: string | null
}
export type ReportPicture = Selectable<ReportPictureTable>

/** What the network promised in a term's report; the next one tells what became of it. */
export interface ReportPromiseTable {
  id: string
  termId: string
  promise: string
  position: Generated<number>
  madeAt: string
  madeBy: string
  removedAt: string | null
  removedBy: string | null
  outcome: Outcome | null
  became: Generated<string>
  answeredAt: string | null
  answeredBy: string | null
  version: Generated<number>
}
export type ReportPromise = Selectable<ReportPromiseTable>

export interface ReportSightTable {
  id: string
  termId: string
  what: string
  place: string
  onDay: string | null
  hours: Generated<string>
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}
export type ReportSight = Selectable<ReportSightTable>

declare module '../database.js' {
  interface Tables {
    termlyReports: TermlyReportTable
    shortReports: ShortReportTable
    nudges: NudgeTable
    reportParts: ReportPartTable
    reportPictures: ReportPictureTable
    reportPromises: ReportPromiseTable
    reportSights: ReportSightTable
  }
}
