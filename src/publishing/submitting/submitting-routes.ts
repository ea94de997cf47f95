import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { addressOf, writeUpAddress } from '../../write-ups/write-ups.js'
import { findDraftOrSubmitted, findSubmitted, publishableOf } from '../finding.js'
import { SubmitAgainForm, SubmitForm } from '../forms.js'
import { maySubmit, mayTakeBack } from '../permissions.js'
import { isPublished, submitWriteUp } from '../publishing.js'
import { submittingPage } from './submitting-page.js'
import { takeBackSubmission } from './submissions.js'

/** The group submits its write-up, once the check is clear, and takes it back before it is answered. */
export function submittingRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()

  routes.get('/write-ups/:writeUp/submitting', async (req, res) => {
    const writeUp = await findDraftOrSubmitted(db, signedIn(res), req.params.writeUp)
    allow(maySubmit(writeUp.enquiry), 'The lead learner submits the write-up for the group.')
    show(res, 'publishing/submitting', await submittingPage(house, writeUp, formOf()))
  })

  routes.post('/write-ups/:writeUp/submission', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findDraftOrSubmitted(db, person, req.params.writeUp)
    allow(maySubmit(writeUp.enquiry), 'The lead learner submits the write-up for the group.')
    const reading = read((await isPublished(db, writeUp)) ? SubmitAgainForm : SubmitForm, req.body)
    const page = await submittingPage(house, writeUp, reading.ok ? formOf(reading.values) : reading.form)
    if (!reading.ok || page.stops > 0) return show(res.status(422), 'publishing/submitting', page)
    await inOne(db, trx => submitWriteUp(trx, keys, writeUp, person, reading.values.reason))
    await tell(db, res, 'The write-up is submitted. A second person reads this version and approves or returns it.')
    res.redirect(303, `${addressOf(writeUp)}/submission`)
  })

  routes.post('/write-ups/:writeUp/taking-back', async (req, res) => {
    const person = signedIn(res)
    const { writeUp, submission } = await findSubmitted(db, person, req.params.writeUp)
    allow(mayTakeBack(writeUp.enquiry), 'The lead learner takes a submission back.')
    await inOne(db, trx => takeBackSubmission(trx, publishableOf(writeUp), submission, person))
    await tell(db, res, 'The write-up is yours again. Submit it when it is ready.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  return routes
}
