import type { LeavingNotes } from '../groups/leaving-notes.js'
import { keysOf } from './keys.js'
import { leftBehindInWords, whoOpens } from './who-opens.js'

/** The keys that somebody looks after in the group that they are about to leave. */
export const keysLeftBehind: LeavingNotes = async (db, person, groupId) => {
  const own = (await keysOf(db, groupId)).filter(key => key.ownerId === person.id)
  return Promise.all(
    own.map(async key => ({
      text: leftBehindInWords(key, await whoOpens(db, key)),
      href: `/keys/${key.id}/handover`,
      action: `Hand on the key of ${key.school}`,
    })),
  )
}
