import { Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { now } from '../../web/now.js'
import { signedIn } from '../../web/signed-in.js'
import { pageOfEnding } from './addresses.js'

/** Whoever was told says that they have read it; it stands on their day no longer. */
export function seenRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/keeping/endings/:ending/seen', async (req, res) => {
    const person = signedIn(res)
    const told = await db
      .updateTable('endingsTold')
      .set({ seenAt: now() })
      .where('endingId', '=', req.params.ending)
      .where('personId', '=', person.id)
      .executeTakeFirst()
    if (told.numUpdatedRows === 0n) throw new NotFound('page')
    const ending = await db
      .selectFrom('endings')
      .selectAll()
      .where('id', '=', req.params.ending)
      .executeTakeFirstOrThrow()
    await tell(db, res, 'It stands on Your day no longer.')
    res.redirect(303, pageOfEnding(ending))
  })

  return routes
}
