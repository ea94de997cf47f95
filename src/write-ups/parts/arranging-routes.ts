import { Router } from 'express'
import { inOne } from '../../database.js'
import { enquiryAsked } from '../../enquiries/asked.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { type FormState, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { retitle } from './arranging.js'
import { beginWriteUp } from '../beginning.js'
import { composeWriteUp } from '../composing.js'
import { ReferencesForm, TitleForm } from '../forms.js'
import { frameOf } from '../document/frame.js'
import { mayWriteUp, whoWritesUp } from '../permissions.js'
import { listReferences } from '../document/referring.js'
import { addressOf, findWriteUp, type FoundWriteUp, writeUpAddress } from '../write-ups.js'

/** A write-up as a whole while the group writes it: begun, composed from what is new, titled, its references listed. */
export function arrangingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/write-up', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayWriteUp(enquiry), whoWritesUp)
    await inOne(db, trx => beginWriteUp(trx, enquiry, person))
    await tell(db, res, 'The write-up is composed from what you logged. Every part is yours to change.')
    res.redirect(303, writeUpAddress(enquiry))
  })

  routes.post('/write-ups/:writeUp/composing', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    const changed = await inOne(db, trx => composeWriteUp(trx, writeUp, person))
    await tell(
      db,
      res,
      changed === 0
        ? 'Nothing was logged since that these parts do not tell already.'
        : 'What you logged since is in the write-up now. Parts that you edited stay as you wrote them.',
    )
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.get('/write-ups/:writeUp/title', async (req, res) => {
    const writeUp = await findWriteUp(db, signedIn(res), req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    show(res, 'write-ups/title', titlePage(writeUp, formOf({ title: writeUp.title, was: writeUp.title })))
  })

  routes.post('/write-ups/:writeUp/title', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    const reading = read(TitleForm, req.body)
    if (!reading.ok) return show(res.status(422), 'write-ups/title', titlePage(writeUp, reading.form))
    await inOne(db, trx => retitle(trx, writeUp, person, reading.values))
    await tell(db, res, 'The write-up has its title.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.post('/write-ups/:writeUp/references', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    const { which } = wellRead(read(ReferencesForm, req.body))
    await inOne(db, trx => listReferences(trx, writeUp, person, which))
    res.redirect(303, `${writeUpAddress(writeUp.enquiry)}#references`)
  })

  return routes
}

function titlePage(writeUp: FoundWriteUp, form: FormState) {
  return {
    title: 'Give the write-up a title',
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    address: `${addressOf(writeUp)}/title`,
    form,
  }
}
