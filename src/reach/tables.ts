import type { Stage } from '../stages.js'
import type { Reach } from './reaches.js'

/**
 * How many pieces of a group are alike in all that lists count by, kept in the transaction that changes a piece. `schools` are
 * the ids of those that they come from, in order; `reachUntil` is empty where no day ends it.
 */
export interface EvidenceCountTable {
  id: string
  groupId: string
  enquiryId: string
  stage: Stage
  kind: string
  loggedBy: string
  schools: string
  reach: Reach
  reachUntil: string
  pieces: number
}

declare module '../database.js' {
  interface Tables {
    evidenceCounts: EvidenceCountTable
  }
}
