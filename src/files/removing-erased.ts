import type { Follower } from '../facts/followers.js'
import type { FactBook, Kind } from '../facts/kinds.js'
import { removeBytes } from './erasing.js'

/** What a deed erased goes from the disk: its bytes, and the pages that the database's log still holds. */
export function removeErasedFiles(book: FactBook): Follower {
  return {
    name: 'remove erased files',
    isPrompt: true,
    follows: kind => book[kind]?.erasesFiles !== undefined,
    async run({ db, engine, store }, fact) {
      const { erasesFiles } = book[fact.kind] as Kind<object>
      for (const id of erasesFiles!(fact.details)) await removeBytes(db, store, { id })
      await engine.forgetErased()
    },
  }
}
