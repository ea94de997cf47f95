import { tellLeads } from './withdrawing/telling-of-withdrawals.js'
import { keepJournal } from './withdrawing/withdrawal-journal.js'

/** What follows from what people do with evidence. */
export const evidenceFollowers = [keepJournal, tellLeads]
