import type { Selectable } from 'kysely'

/** Who read or fetched something delicate on a day: which thing, when first and last, how often; never a word of it. */
export interface SensitiveReadTable {
  personId: string
  /** `file`, `minutes`, `copy`, `request pack`, `piece`. */
  aboutKind: string
  aboutId: string
  onDay: string
  networkId: string | null
  firstAt: string
  lastAt: string
  times: number
}
export type SensitiveRead = Selectable<SensitiveReadTable>

declare module '../../database.js' {
  interface Tables {
    sensitiveReads: SensitiveReadTable
  }
}
