import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { mayCode, mayStopBlindReading } from '../permissions.js'
import { findBlindReading, isGoingOn, isReaderOf } from './blind-readings.js'
import { sayDone, stopBlindReading, takeDoneBack } from './finishing.js'

/** Being done with a blind reading, and stopping it before both are. */
export function finishingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/readings/:reading/done', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    allow(mayCode(blindReading.enquiry) && isReaderOf(blindReading, person))
    const { compared } = await inOne(db, trx => sayDone(trx, blindReading, person))
    await tell(
      db,
      res,
      compared
        ? 'Both of you are done. Here is what you made of it.'
        : 'You are done. When your colleague is too, you see both readings.',
    )
    res.redirect(303, `/readings/${blindReading.id}`)
  })

  routes.post('/readings/:reading/done/end', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    allow(mayCode(blindReading.enquiry) && isReaderOf(blindReading, person))
    await inOne(db, trx => takeDoneBack(trx, blindReading, person))
    res.redirect(303, `/readings/${blindReading.id}`)
  })

  routes.get('/readings/:reading/stopping', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    allow(isGoingOn(blindReading) && mayStopBlindReading(blindReading.enquiry, blindReading, person))
    const href = `/readings/${blindReading.id}`
    show(res, 'coding/confirm', {
      title: `Stop blind reading ${blindReading.number}`,
      ...aroundCoding(blindReading.enquiry, codesCrumb(blindReading), {
        href,
        text: `Blind reading ${blindReading.number}`,
      }),
      confirm: {
        heading: `Stop blind reading ${blindReading.number}`,
        what: [
          'The second reader sees the group’s codings again. Nothing is compared.',
          'What they coded blind does not become the group’s coding.',
        ],
        undo: 'It cannot be taken up again, but you can start another one.',
        address: `${href}/stopping`,
        button: 'Stop the blind reading',
        danger: true,
        cancel: { href, text: 'Go on reading' },
      },
    })
  })

  routes.post('/readings/:reading/stopping', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    allow(mayStopBlindReading(blindReading.enquiry, blindReading, person))
    await stopBlindReading(db, blindReading, person)
    await tell(db, res, 'The blind reading is stopped.')
    res.redirect(303, `/groups/${blindReading.groupId}/readings`)
  })

  return routes
}
