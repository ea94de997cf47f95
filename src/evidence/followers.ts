import { tellLeads } from './telling-of-withdrawals.js'
import { keepJournal } from './withdrawal-journal.js'

/** What follows from what people do with evidence. */
export const evidenceFollowers = [keepJournal, tellLeads]
