import type { Reader } from '../../names/reader.js'
import { chosenBy } from '../../names/names.js'
import { type Request, type Response, Router } from 'express'
import { enquiryAsked } from '../../enquiries/asked.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { mayReadDraft } from '../../write-ups/permissions.js'
import { addressOf, pictureAddressOf, writeUpAddress, writeUpOf } from '../../write-ups/write-ups.js'
import { findDraftOrSubmitted, publishableOf, type WriteUpOnItsWay } from '../finding.js'
import { slugOutside } from '../publishing.js'
import { readDraft, submittedToRead } from '../reading.js'
import { sendPdf } from './sending-pdf.js'
import { shownDocument } from './shown-document.js'
import { openSubmission } from '../submitting/submissions.js'
import { sendShortForm, sendWord, shortFormNames, shortForms, takeAwayOf } from './taking-away.js'

/** A write-up taken away before it is published: as a PDF, for Word, as a summary, a poster and slides. */
export function takingAwayRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/write-up.pdf', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    const begun = await writeUpOf(db, enquiry)
    if (!begun) throw new NotFound('write-up')
    const writeUp = { ...begun, enquiry, submission: await openSubmission(db, publishableOf({ ...begun, enquiry })) }
    const { document, name } = await readToTakeAway(person, writeUp)
    await sendPdf(house, res, document, name)
  })

  async function takenAway(req: Request<{ writeUp: string }>, res: Response) {
    const person = signedIn(res)
    const writeUp = await findDraftOrSubmitted(db, person, req.params.writeUp)
    return { writeUp, ...(await readToTakeAway(person, writeUp)) }
  }

  /** What may be read of a write-up by somebody who takes it away: the draft, or what waits for an answer. */
  async function readToTakeAway(person: Reader, writeUp: WriteUpOnItsWay) {
    if (mayReadDraft(writeUp.enquiry)) {
      const { document, names } = await readDraft(db, person, writeUp)
      return { document, name: `${slugOutside(writeUp, names)}-draft` }
    }
    const { document } = await submittedToRead(db, writeUp.submission)
    return { document, name: `${slugOutside(writeUp, await chosenBy(db, writeUp.groupId))}-submitted` }
  }

  routes.get('/write-ups/:writeUp.docx', async (req, res) => {
    const { document, name } = await takenAway(req, res)
    await sendWord(house, res, document, name)
  })

  for (const form of shortFormNames) {
    routes.get(`/write-ups/:writeUp/${form}`, async (req: Request<{ writeUp: string }>, res) => {
      const { writeUp, document } = await takenAway(req, res)
      const handout = shortForms[form](document)
      show(res, 'publishing/handout', {
        title: `${handout.document.kindOfDocument} of ${writeUp.enquiry.groupName}`,
        ...frameOf(writeUp),
        back: { href: writeUpAddress(writeUp.enquiry), text: 'The write-up' },
        document: shownDocument(handout.document, pictureAddressOf(writeUp)),
        standing: document.foot,
        takeAway: takeAwayOf(addressOf(writeUp), { draft: true, whole: writeUpAddress(writeUp.enquiry, '.pdf') }),
        form,
      })
    })
    routes.get(`/write-ups/:writeUp/${form}.pdf`, async (req: Request<{ writeUp: string }>, res) => {
      const { document, name } = await takenAway(req, res)
      await sendShortForm(house, res, document, form, name)
    })
    routes.get(`/write-ups/:writeUp/${form}.docx`, async (req: Request<{ writeUp: string }>, res) => {
      const { document, name } = await takenAway(req, res)
      await sendWord(house, res, shortForms[form](document).document, `${name}-${form}`)
    })
  }

  return routes
}
