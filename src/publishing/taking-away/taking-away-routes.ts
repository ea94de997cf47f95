import { type Request, Router } from 'express'
import { enquiryAsked } from '../../enquiries/asked.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { addressOf, pictureAddressOf, writeUpAddress, writeUpOf } from '../../write-ups/write-ups.js'
import { publishableOf } from '../finding.js'
import { openSubmission } from '../submitting/submissions.js'
import { findToTakeAway, readToTakeAway } from './reading-to-take-away.js'
import { sendPdf } from './sending-pdf.js'
import { shownDocument } from './shown-document.js'
import { sendPowerpoint, sendShortForm, sendWord, shortFormNames, shortForms, takeAwayOf } from './taking-away.js'

type OfWriteUp = Request<{ writeUp: string }>

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
    const { document, name } = await readToTakeAway(db, writeUp)
    await sendPdf(house, res, document, name)
  })

  routes.get('/write-ups/:writeUp.docx', async (req, res) => {
    const { document, name } = await findToTakeAway(db, signedIn(res), req.params.writeUp)
    await sendWord(house, res, document, name)
  })

  for (const form of shortFormNames) {
    routes.get(`/write-ups/:writeUp/${form}`, async (req: OfWriteUp, res) => {
      const { writeUp, document } = await findToTakeAway(db, signedIn(res), req.params.writeUp)
      const handout = shortForms[form](document)
      show(res, 'publishing/handout', {
        title: `${handout.document.kindOfDocument}`,
        ...frameOf(writeUp),
        back: { href: writeUpAddress(writeUp.enquiry), text: 'The write-up' },
        document: await shownDocument(handout.document, pictureAddressOf(writeUp)),
        version: document.foot,
        takeAway: takeAwayOf(addressOf(writeUp), { draft: true, whole: writeUpAddress(writeUp.enquiry, '.pdf') }),
        form,
      })
    })
    routes.get(`/write-ups/:writeUp/${form}.pdf`, async (req: OfWriteUp, res) => {
      const { document, name } = await findToTakeAway(db, signedIn(res), req.params.writeUp)
      await sendShortForm(house, res, document, form, name)
    })
    routes.get(`/write-ups/:writeUp/${form}.docx`, async (req: OfWriteUp, res) => {
      const { document, name } = await findToTakeAway(db, signedIn(res), req.params.writeUp)
      await sendWord(house, res, shortForms[form](document).document, `${name}-${form}`)
    })
  }

  routes.get('/write-ups/:writeUp/slides.pptx', async (req: OfWriteUp, res) => {
    const { document, name } = await findToTakeAway(db, signedIn(res), req.params.writeUp)
    await sendPowerpoint(house, res, document, name)
  })

  return routes
}
