import { askedTogether } from '../asked-once.js'
import type { Db } from '../database.js'
import { Person } from '../people/person.js'
import { booked, chosenByEach, type Names, type NamesBook, ownNames } from './names.js'

/**
 * A person, and the names under which they read. Those in a group read its own names; its facilitators too, unless the
 * group has chosen otherwise; to everybody else what they read has left the group.
 */
export class Reader extends Person implements NamesBook {
  readonly #chosen = askedTogether(chosenByEach)
  readonly #theirs = booked(this.#chosen, (db, groupId) => this.#towards(db, groupId))
  /** What has left the groups, which this person reads as everybody does. */
  readonly outside = booked(this.#chosen)

  /** The names under which this person reads what a group made. */
  namesIn(db: Db, groupId: string, writtenBy?: string): Promise<Names> {
    return writtenBy === this.id || this.isVolunteerIn(groupId)
      ? Promise.resolve(ownNames)
      : this.#theirs.namesIn(db, groupId)
  }

  async #towards(db: Db, groupId: string): Promise<Names | undefined> {
    const chosen = await this.#chosen(db, groupId)
    const readsOwn = chosen && this.isFacilitatorIn(groupId) && !(await facilitatorsReadPseudonyms(db, groupId))
    return readsOwn ? ownNames : chosen
  }
}

export async function facilitatorsReadPseudonyms(db: Db, groupId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pseudonymsForFacilitators')
    .select('groupId')
    .where('groupId', '=', groupId)
    .executeTakeFirst()
  return row !== undefined
}
