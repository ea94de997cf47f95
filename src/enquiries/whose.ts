import type { Db, TableOfAGroup } from '../database.js'
import type { Whose, WordsOf } from '../room.js'

/** The words at `/<noun>/<id>` are those of the group that the row belongs to. */
export const groupsOwn =
  (table: TableOfAGroup): Whose =>
  async (db, { id }) =>
    inGroup(
      (
        await db
          .selectFrom(table as 'claims')
          .select('groupId')
          .where('id', '=', id)
          .executeTakeFirst()
      )?.groupId,
    )

/** The group that was chosen on the form, where the address names nothing yet. */
export const groupChosen: Whose = (_db, { fields }) =>
  Promise.resolve(inGroup(typeof fields.group === 'string' && fields.group !== '' ? fields.group : undefined))

/** A new thing's group is chosen on the form; later it is the row's. */
export const groupsOwnOrChosen =
  (table: TableOfAGroup): Whose =>
  (db, at) =>
    at.id === '' ? groupChosen(db, at) : groupsOwn(table)(db, at)

export function inGroup(id: string | undefined): WordsOf | undefined {
  return id === undefined ? undefined : { group: id }
}

/** @param id of a cycle */
export async function ofCycle(db: Db, id: string): Promise<WordsOf | undefined> {
  return inGroup((await db.selectFrom('enquiries').select('groupId').where('id', '=', id).executeTakeFirst())?.groupId)
}
