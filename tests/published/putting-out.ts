import type { Insertable } from 'kysely'
import { noteSchools, shelfOf } from '../../src/publishing/editions/shelving.js'
import type { EditionTable } from '../../src/publishing/tables.js'
import type { World } from '../world.js'

/** An edition that is out, and stands on its shelves, without the way there. */
export async function putOut({ db }: World, edition: Insertable<EditionTable>): Promise<void> {
  const { schools, ...shelf } = await shelfOf(db, edition)
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('editions')
      .values({ ...edition, ...shelf })
      .execute()
    await noteSchools(trx, edition, schools)
  })
}
