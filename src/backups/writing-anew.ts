import { noteUpkeep, upkeepNoted } from './upkeep.js'
import type { FactBook } from '../facts/kinds.js'
import type { Follower } from '../facts/followers.js'
import type { House } from '../house.js'
import { now } from '../web/now.js'

/** So much is written anew in about a second; more waits for the night. */
const quickly = 100 * 1024 ** 2

/** Notes that something was erased since the file was last written anew. */
export function noteErased(book: FactBook): Follower {
  return {
    name: 'note what was erased',
    isPrompt: false,
    follows: kind => book[kind]?.erasesFiles !== undefined,
    run: ({ db }) => noteUpkeep(db, 'to be written anew', now()),
  }
}

/**
 * Writes the database anew where something was erased since, so that no page of it holds a copy any more: at once where that is
 * quick, else at night. @returns whether it was
 */
export async function writeAnewIfErased(
  { db, engine }: Pick<House, 'db' | 'engine'>,
  hour = new Date().getHours(),
): Promise<boolean> {
  if (!(await upkeepNoted(db, 'to be written anew'))) return false
  if (engine.bytesToWrite() > quickly && (hour < 2 || hour > 4)) return false
  await db.deleteFrom('upkeep').where('name', '=', 'to be written anew').execute()
  await engine.writeAnew()
  return true
}
