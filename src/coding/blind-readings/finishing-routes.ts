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
    const reading = await findBlindReading(db, person, req.params.reading)
    allow(mayCode(reading.enquiry) && isReaderOf(reading, person))
    const { compared } = await inOne(db, trx => sayDone(trx, reading, person))
    await tell(
      db,
      res,
      compared
        ? 'Both of you are done. Here is what you made of it.'
        : 'You are done. When your colleague is too, you see both readings.',
    )
    res.redirect(303, `/readings/${reading.id}`)
  })

  routes.post('/readings/:reading/done/end', async (req, res) => {
    const person = signedIn(res)
    const reading = await findBlindReading(db, person, req.params.reading)
    allow(mayCode(reading.enquiry) && isReaderOf(reading, person))
    await inOne(db, trx => takeDoneBack(trx, reading, person))
    res.redirect(303, `/readings/${reading.id}`)
  })

  routes.get('/readings/:reading/stopping', async (req, res) => {
    const person = signedIn(res)
    const reading = await findBlindReading(db, person, req.params.reading)
    allow(isGoingOn(reading) && mayStopBlindReading(reading.enquiry, reading, person))
    const href = `/readings/${reading.id}`
    show(res, 'coding/confirm', {
      title: `Stop blind reading ${reading.number}`,
      breadcrumbs: aroundCoding(reading.enquiry, codesCrumb(reading), {
        href,
        text: `Blind reading ${reading.number}`,
      }).breadcrumbs,
      confirm: {
        heading: `Stop blind reading ${reading.number}`,
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
    const reading = await findBlindReading(db, person, req.params.reading)
    allow(mayStopBlindReading(reading.enquiry, reading, person))
    await stopBlindReading(db, reading, person)
    await tell(db, res, 'The blind reading is stopped.')
    res.redirect(303, `/groups/${reading.groupId}/readings`)
  })

  return routes
}
