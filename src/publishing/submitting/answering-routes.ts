import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { writeUpAddress } from '../../write-ups/write-ups.js'
import { comparisonPage } from '../comparing/comparison-page.js'
import { findDraftOrSubmitted, findSubmitted, publishableOf } from '../finding.js'
import { ApproveForm, ReturnForm } from '../forms.js'
import { mayAnswerSubmission, mayReadSubmitted } from '../permissions.js'
import { publishWriteUp } from '../publishing.js'
import { submittedToRead } from '../reading.js'
import { sendPdf } from '../taking-away/sending-pdf.js'
import { submissionPage } from './submission-page.js'
import { wroteOnIt } from '../../write-ups/authors/wrote-on-it.js'
import { isSecondPerson, returnSubmission } from './submissions.js'

/** What was submitted is read, and approved or returned by a second person. */
export function answeringRoutes(house: House): Router {
  const { db, keys, baseUrl } = house
  const routes = Router()

  routes.get('/write-ups/:writeUp/submission', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findDraftOrSubmitted(db, person, req.params.writeUp)
    allow(mayReadSubmitted(writeUp.enquiry))
    show(res, 'publishing/submission', await submissionPage(house, person, writeUp))
  })

  routes.get('/write-ups/:writeUp/submission/comparison', async (req, res) => {
    const writeUp = await findDraftOrSubmitted(db, signedIn(res), req.params.writeUp)
    allow(mayReadSubmitted(writeUp.enquiry))
    show(res, 'publishing/comparison', await comparisonPage(db, writeUp, baseUrl))
  })

  routes.get('/write-ups/:writeUp/submission.pdf', async (req, res) => {
    const writeUp = await findDraftOrSubmitted(db, signedIn(res), req.params.writeUp)
    const { document } = await submittedToRead(db, writeUp.submission)
    await sendPdf(house, res, document, `${writeUp.slug}-submitted`)
  })

  routes.post('/write-ups/:writeUp/publication', async (req, res) => {
    const person = signedIn(res)
    const { writeUp, submission } = await findSubmitted(db, person, req.params.writeUp)
    allow(mayAnswerSubmission(writeUp.enquiry), 'The co-leader of the theme or a network leader approves a write-up.')
    allow(
      isSecondPerson(person, submission),
      'Publishing needs two people: somebody else has to approve what you submitted.',
    )
    allow(
      !(await wroteOnIt(db, writeUp, person)),
      'Publishing needs two people: you wrote on it yourself, so somebody who did not has to approve it.',
    )
    const reading = read(ApproveForm, req.body)
    if (!reading.ok) throw new Conflict('Open the submission again and read it before you approve it.')
    const edition = await inOne(db, trx => publishWriteUp(trx, keys, writeUp, submission, reading.values.hash, person))
    await tell(db, res, `Edition ${edition.number} is published. Everybody can read it here.`)
    res.redirect(303, `/published/write-ups/${edition.slug}`)
  })

  routes.post('/write-ups/:writeUp/return', async (req, res) => {
    const person = signedIn(res)
    const { writeUp, submission } = await findSubmitted(db, person, req.params.writeUp)
    allow(mayAnswerSubmission(writeUp.enquiry), 'The co-leader of the theme or a network leader answers a submission.')
    const reading = read(ReturnForm, req.body)
    if (!reading.ok) {
      const form = addMistake(reading.form, 'because', 'Say what should change')
      return show(
        res.status(422),
        'publishing/submission',
        await submissionPage(house, person, writeUp, { answer: form }),
      )
    }
    await inOne(db, trx => returnSubmission(trx, publishableOf(writeUp), submission, person, reading.values.because))
    await tell(db, res, 'The write-up is returned to the group with what you wrote.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  return routes
}
