import { follower } from '../facts/followers.js'
import '../evidence/facts.js'
import { dropHalves } from './half-uploads.js'

/** What was still on its way to a piece that is erased is not waited for any more. */
const dropHalvesOfErased = follower({
  name: 'drop half uploads',
  follows: ['draft erased', 'evidence erased'],
  isPrompt: true,
  run: ({ db, store }, { aboutId }) => dropHalves(db, store, aboutId!),
})

export const capturesFollowers = [dropHalvesOfErased]
