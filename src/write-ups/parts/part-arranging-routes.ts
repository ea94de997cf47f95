import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { HeadingForm } from '../forms.js'
import { mayWriteUp, whoWritesUp } from '../permissions.js'
import { findPart, partAddress, writeUpAddress } from '../write-ups.js'
import { leaveOut, reword, takeIn } from './arranging.js'
import { partPage } from './part-page.js'
import { appendix } from './parts.js'

/** One part of a write-up as the group arranges it: its heading, left out or taken in. */
export function partArrangingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/write-up-parts/:part/heading', async (req, res) => {
    const person = signedIn(res)
    const { part, writeUp } = await findPart(db, person, req.params.part)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    const reading = read(HeadingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'write-ups/part', await partPage(db, writeUp, part, reading.form))
    await inOne(db, trx => reword(trx, writeUp, part, person, reading.values.heading))
    await tell(db, res, 'The heading is changed.')
    res.redirect(303, partAddress(part))
  })

  routes.post('/write-up-parts/:part/leaving-out', async (req, res) => {
    const person = signedIn(res)
    const { part, writeUp } = await findPart(db, person, req.params.part)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    if (part.part === appendix) throw new NotFound('part')
    await inOne(db, trx => leaveOut(trx, writeUp, part, person))
    await tell(db, res, `“${part.heading}” is left out. Its words are kept, and you can take it in again.`)
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.post('/write-up-parts/:part/taking-in', async (req, res) => {
    const person = signedIn(res)
    const { part, writeUp } = await findPart(db, person, req.params.part)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    await inOne(db, trx => takeIn(trx, writeUp, part, person))
    await tell(db, res, `“${part.heading}” is in the write-up again.`)
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  return routes
}
