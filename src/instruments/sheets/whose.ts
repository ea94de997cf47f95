import { groupsOwn } from '../../enquiries/whose.js'
import type { Whose } from '../../room.js'

/** A filled sheet is of its instrument's group. */
export const groupOfFilling: Whose = async (db, at) => {
  const filling = await db.selectFrom('fillings').select('instrumentId').where('id', '=', at.id).executeTakeFirst()
  return filling && groupsOwn('instruments')(db, { ...at, id: filling.instrumentId })
}
