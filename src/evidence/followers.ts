import { follower } from '../facts/followers.js'
import { dropHalves } from './half-uploads.js'
import { tellLeads } from './telling-of-withdrawals.js'
import { keepJournal } from './withdrawal-journal.js'
import './facts.js'

/** What was still on its way to a piece that is erased is not waited for any more. */
const dropHalvesOfErased = follower({
  name: 'drop half uploads',
  follows: ['draft erased', 'evidence erased'],
  isPrompt: true,
  run: ({ db, store }, { aboutId }) => dropHalves(db, store, aboutId!),
})

/** What follows from what people do with evidence. */
export const evidenceFollowers = [keepJournal, dropHalvesOfErased, tellLeads]
