import { Router } from 'express'
import { z } from 'zod'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { localPath } from '../../web/local-path.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { startSession } from '../sessions.js'
import { doorPage } from '../signing-in/door-page.js'
import { wayOn } from '../signing-in/way-on.js'
import { takePasskey, toAskPasskey, wrongPasskey } from './asking-passkeys.js'
import { hasPasskeys } from './where-they-work.js'

const ComingForm = z.strictObject({
  passkey: z.string().max(60_000).optional().default(''),
  next: z.string().optional(),
})

/** A passkey is a whole sign-in: what somebody has, and the finger, face or number with which they opened it. */
export function passkeyAtDoorRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()
  const counted = notTooOften({
    times: 300,
    seconds: 600,
    sentence: 'Many people are signing in from your school just now. Please try again in a few minutes.',
  })

  routes.post('/sign-in/passkey/question', async (req, res) => {
    if (!hasPasskeys(baseUrl)) throw new NotFound()
    await counted(req)
    res.json(await toAskPasskey(house, req, res, 'signing in', null))
  })

  routes.post('/sign-in/passkey', async (req, res) => {
    await counted(req)
    const reading = read(ComingForm, req.body)
    const next = localPath(reading.ok ? reading.values.next : '/')
    const answered = reading.ok
      ? await takePasskey(house, req, reading.values.passkey, 'signing in')
      : ({ ok: false, sentence: wrongPasskey } as const)
    if (!answered.ok)
      return show(
        res.status(422),
        'people/sign-in',
        await doorPage(house, formOf({ next }), { trouble: `${answered.sentence}.` }),
      )
    await startSession(db, res, answered.personId, { cameBy: 'passkey' })
    res.redirect(303, await wayOn(db, answered.personId, next))
  })

  return routes
}
