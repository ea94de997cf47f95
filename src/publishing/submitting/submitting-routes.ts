import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ApproveForm, ReturnForm, SubmitAgainForm, SubmitForm } from '../forms.js'
import { mayAnswerSubmission, mayReadSubmitted, maySubmit, mayTakeBack } from '../permissions.js'
import { isPublished, publishWriteUp, submitWriteUp } from '../publishing.js'
import { submittedToRead } from '../reading.js'
import { sendPdf } from '../taking-away/sending-pdf.js'
import { submissionPage, submittingPage } from './submission-page.js'
import { isSecondPerson, returnSubmission, takeBackSubmission } from './submissions.js'
import { addressOf, writeUpAddress } from '../../write-ups/write-ups.js'
import { findDraftOrSubmitted, publishableOf } from '../finding.js'

type OfWriteUp = Request<{ writeUp: string }>

/** From the group to the public: submitted by one person, approved or returned by another. */
export function submissionRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  async function found(req: OfWriteUp, res: Response) {
    const person = signedIn(res)
    return { person, writeUp: await findDraftOrSubmitted(db, person, req.params.writeUp) }
  }

  /** What waits for an answer, for somebody who means to answer it. */
  async function waiting(req: OfWriteUp, res: Response) {
    const { person, writeUp } = await found(req, res)
    const { submission } = writeUp
    if (!submission) throw new Conflict('Nothing waits for an answer any more. Open the write-up to see how it stands.')
    return { person, writeUp, submission }
  }

  routes.get('/write-ups/:writeUp/submitting', async (req, res) => {
    const { writeUp } = await found(req, res)
    allow(maySubmit(writeUp.enquiry), 'The lead learner submits the write-up for the group.')
    show(res, 'publishing/submitting', await submittingPage(db, writeUp, formOf()))
  })

  routes.post('/write-ups/:writeUp/submission', async (req, res) => {
    const { person, writeUp } = await found(req, res)
    allow(maySubmit(writeUp.enquiry), 'The lead learner submits the write-up for the group.')
    const reading = read((await isPublished(db, writeUp)) ? SubmitAgainForm : SubmitForm, req.body)
    const page = await submittingPage(db, writeUp, reading.ok ? formOf(reading.values) : reading.form)
    if (!reading.ok || page.stops.length > 0) return show(res.status(422), 'publishing/submitting', page)
    await inOne(db, trx => submitWriteUp(trx, writeUp, person, reading.values.reason))
    await tell(db, res, 'The write-up is submitted. A second person reads this version and approves or returns it.')
    res.redirect(303, `${addressOf(writeUp)}/submission`)
  })

  routes.get('/write-ups/:writeUp/submission', async (req, res) => {
    const { person, writeUp } = await found(req, res)
    allow(mayReadSubmitted(writeUp.enquiry))
    show(res, 'publishing/submission', await submissionPage(db, person, writeUp))
  })

  routes.get('/write-ups/:writeUp/submission.pdf', async (req, res) => {
    const { writeUp } = await found(req, res)
    const { document } = await submittedToRead(db, writeUp.submission)
    await sendPdf(house, res, document, `${writeUp.slug}-submitted`)
  })

  routes.post('/write-ups/:writeUp/publication', async (req, res) => {
    const { person, writeUp, submission } = await waiting(req, res)
    allow(mayAnswerSubmission(writeUp.enquiry), 'The co-leader of the theme or a network leader approves a write-up.')
    allow(
      isSecondPerson(person, submission),
      'Publishing needs two people: somebody else has to approve what you submitted.',
    )
    const reading = read(ApproveForm, req.body)
    if (!reading.ok) throw new Conflict('Open the submission again and read it before you approve it.')
    const edition = await inOne(db, trx => publishWriteUp(trx, writeUp, submission, reading.values.hash, person))
    await tell(db, res, `Edition ${edition.number} is published. Everybody can read it here.`)
    res.redirect(303, `/published/write-ups/${edition.slug}`)
  })

  routes.post('/write-ups/:writeUp/return', async (req, res) => {
    const { person, writeUp, submission } = await waiting(req, res)
    allow(mayAnswerSubmission(writeUp.enquiry), 'The co-leader of the theme or a network leader answers a submission.')
    const reading = read(ReturnForm, req.body)
    if (!reading.ok) {
      const form = addMistake(reading.form, 'because', 'Say what should change')
      return show(res.status(422), 'publishing/submission', await submissionPage(db, person, writeUp, { answer: form }))
    }
    await inOne(db, trx => returnSubmission(trx, publishableOf(writeUp), submission, person, reading.values.because))
    await tell(db, res, 'The write-up is returned to the group with what you wrote.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.post('/write-ups/:writeUp/taking-back', async (req, res) => {
    const { person, writeUp, submission } = await waiting(req, res)
    allow(mayTakeBack(writeUp.enquiry), 'The lead learner takes a submission back.')
    await inOne(db, trx => takeBackSubmission(trx, publishableOf(writeUp), submission, person))
    await tell(db, res, 'The write-up is yours again. Submit it when it is ready.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  return routes
}
