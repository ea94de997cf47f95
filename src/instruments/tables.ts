import type { Generated, Selectable } from 'kysely'

/** Something that an enquiry measures again and again, such as "Books borrowed in a week". */
export interface MeasureTable {
  id: string
  groupId: string
  enquiryId: string
  name: string
  folded: string
  /** The last day of the baseline: the median of what was measured until then is kept for comparison. */
  baselineUntil: string | null
  madeAt: string
  madeBy: string
}
export type Measure = Selectable<MeasureTable>

export interface ReadingTable {
  id: string
  measureId: string
  schoolId: string
  measuredOn: string
  /** null where the file itself said that too few pupils stood behind it. */
  value: number | null
  /** How many pupils it is from; null where nobody said. */
  pupils: number | null
  /** Why the group takes it for a point that is far out. */
  remark: Generated<string>
  /** The action beside which it was typed in. */
  actionId: string | null
  importId: string | null
  addedAt: string
  addedBy: string
}
export type Reading = Selectable<ReadingTable>

export interface MeasureImportTable {
  id: string
  groupId: string
  enquiryId: string
  name: string
  /** The rows on their way in, as JSON; gone as soon as they are taken in or thrown away. */
  draft: string | null
  begunAt: string
  begunBy: string
  takenInAt: string | null
  takenIn: Generated<number>
  undoneAt: string | null
  undoneBy: string | null
}
export type MeasureImport = Selectable<MeasureImportTable>

export interface MeasureShareTable {
  measureId: string
  schoolId: string
  sharedAt: string
  sharedBy: string
}

declare module '../database.js' {
  interface Tables {
    measures: MeasureTable
    readings: ReadingTable
    measureImports: MeasureImportTable
    measureShares: MeasureShareTable
  }
}
