import { follower } from '../facts/followers.js'
import { clearAll } from '../search/renewing.js'
import { keepingKinds } from './journal.js'

/** What was erased goes from the index’s own tables and the engine’s files too. */
export const clearErasedWords = follower({
  name: 'clear erased words',
  follows: [...keepingKinds],
  isPrompt: true,
  async run({ db, engine }) {
    await clearAll(db)
    await engine.forgetErased()
  },
})
