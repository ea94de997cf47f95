import { expect, test } from 'vitest'
import { atOneMoment, inOne } from '../../src/database.js'
import { newWorld } from '../world.js'

test('what is read at one moment is of one state, and nobody who writes meanwhile waits for it', async () => {
  const { db } = newWorld()
  const themes = (from: typeof db) =>
    from
      .selectFrom('themes')
      .select('id')
      .where('networkId', '=', 'hafren')
      .execute()
      .then(rows => rows.length)
  const before = await themes(db)
  const read = await atOneMoment(db, async reading => {
    const first = await themes(reading)
    await inOne(db, trx => trx.deleteFrom('themes').where('id', '=', 'new-in-hafren').execute())
    const { id: _, ...theme } = (await db
      .selectFrom('themes')
      .selectAll()
      .where('networkId', '=', 'hafren')
      .executeTakeFirst())!
    await inOne(db, trx =>
      trx
        .insertInto('themes')
        .values({ ...theme, id: 'new-in-hafren', name: 'A new theme' })
        .execute(),
    )
    return [first, await themes(reading), await themes(db)]
  })
  expect(read).toEqual([before, before, before + 1])
})

test('within a deed, the same is of the state that the deed sees, and past it it is refused', async () => {
  const { db } = newWorld()
  await inOne(db, async trx => {
    await trx.updateTable('themes').set({ name: 'Renamed' }).where('id', '=', 'language').execute()
    const name = (from: typeof db) =>
      from.selectFrom('themes').select('name').where('id', '=', 'language').executeTakeFirstOrThrow()
    expect((await atOneMoment(trx, name)).name).toBe('Renamed')
    expect(() => atOneMoment(db, name)).toThrow('past the transaction')
  })
})
