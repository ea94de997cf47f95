import { Router } from 'express'
import { enquiryAsked } from '../enquiries/asked.js'
import { takeComment } from '../enquiries/comments/commenting.js'
import { NotFound } from '../errors.js'
import { sendPicture, sizeAsked } from '../files/sending.js'
import type { House } from '../house.js'
import { queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { mayReadDraft } from '../write-ups/permissions.js'
import { addressOf, writeUpAddress, writeUpOf } from '../write-ups/write-ups.js'
import { findDraftOrSubmitted } from './finding.js'
import { outsidePage } from './outside-page.js'
import { picturesThen } from './editions/pictures-then.js'
import { readDraft, submittedToRead } from './reading.js'
import { submissionPage } from './submitting/submission-page.js'
import { aboutWriteUps } from './searching/write-up-threads.js'
import { previewPage, writeUpPage } from './write-up-page.js'

/** A group's write-up as it stands: to its members part by part, to others as a whole, and talked about. */
export function writeUpRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/write-up', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    const begun = await writeUpOf(db, enquiry)
    const writeUp = begun && { ...begun, enquiry }
    if (writeUp && enquiry.standing.member)
      return show(res, 'publishing/write-up', await writeUpPage(house, person, writeUp))
    show(res, 'publishing/begin', await outsidePage(db, enquiry, writeUp))
  })

  routes.get('/write-ups/:writeUp/preview', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findDraftOrSubmitted(db, person, req.params.writeUp)
    show(res, 'publishing/preview', await previewPage(db, person, writeUp))
  })

  routes.get('/write-ups/:writeUp/files/:file', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findDraftOrSubmitted(db, person, req.params.writeUp)
    const ofDraft = mayReadDraft(writeUp.enquiry) && queried(req, 'of') !== 'submission'
    const document = ofDraft
      ? (await readDraft(db, writeUp)).document
      : (await submittedToRead(db, writeUp.submission)).document
    const file = (await picturesThen(db, document)).get(req.params.file)
    if (!file) throw new NotFound('file')
    await sendPicture(res, req, house, file, sizeAsked(req))
  })

  routes.post('/write-ups/:writeUp/comments', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findDraftOrSubmitted(db, person, req.params.writeUp)
    const on = queried(req, 'on')
    const page =
      on === 'submission' || on === 'preview' ? `${addressOf(writeUp)}/${on}` : writeUpAddress(writeUp.enquiry)
    await takeComment(db, req, res, {
      enquiry: writeUp.enquiry,
      thing: { aboutKind: 'write-up', aboutId: writeUp.id, name: 'the write-up' },
      finder: aboutWriteUps,
      page,
      async again(form) {
        if (on === 'submission' || !mayReadDraft(writeUp.enquiry))
          return show(res, 'publishing/submission', await submissionPage(house, person, writeUp, { comment: form }))
        if (on === 'preview') return show(res, 'publishing/preview', await previewPage(db, person, writeUp, form))
        show(res, 'publishing/write-up', await writeUpPage(house, person, writeUp, form))
      },
    })
  })

  return routes
}
