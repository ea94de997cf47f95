import type { Db } from '../database.js'
import { Person } from '../people/person.js'
import { booked, chosenBy, type Names, type NamesBook, ownNames, whoChose } from './names.js'

/**
 * A person, and the names under which they read. Those in a group read its own names; its facilitators too, unless the
 * group has chosen otherwise; to everybody else what they read has left the group.
 */
export class Reader extends Person implements NamesBook {
  readonly #chose = whoChose()
  readonly #theirs = booked((db, groupId) => this.#towards(db, groupId), this.#chose)
  /** What has left the groups, which this person reads as everybody does. */
  readonly outside = booked(chosenBy, this.#chose)

  /** The names under which this person reads what a group made. */
  namesIn(db: Db, groupId: string, writtenBy?: string): Promise<Names> {
    return writtenBy === this.id || this.isVolunteerIn(groupId)
      ? Promise.resolve(ownNames)
      : this.#theirs.namesIn(db, groupId)
  }

  async #towards(db: Db, groupId: string): Promise<Names> {
    if (this.isFacilitatorIn(groupId) && !(await facilitatorsReadPseudonyms(db, groupId))) return ownNames
    return chosenBy(db, groupId)
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
