import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { enquiryAsked } from '../enquiries/asked.js'
import { takeComment } from '../enquiries/commenting.js'
import { type Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { allow, BadInput, NotFound } from '../errors.js'
import { sendFile } from '../files/sending.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { queried } from '../web/page-of.js'
import { formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { retitle } from './arranging.js'
import { beginWriteUp } from './beginning.js'
import { composeWriteUp } from './composing.js'
import { ReferencesForm, TitleForm } from './forms.js'
import { mayAnswerSubmission, mayReadDraft, mayWriteUp } from './permissions.js'
import { slugOutside } from './publishing.js'
import { draftToRead, submittedToRead } from './reading.js'
import { listReferences } from './referring.js'
import { picturesThen } from './pictures-then.js'
import { sendPdf } from './sending-pdf.js'
import { standingNow } from './standing-now.js'
import { shownDocument } from './shown-document.js'
import { submissionPage } from './submission-page.js'
import { sendShortForm, sendWord, shortFormNames, shortForms, takeAwayOf } from './taking-away.js'
import { findWriteUp, type FoundWriteUp, writeUpAddress, writeUpOf } from './write-ups.js'
import { addressOf, frameOf, pictureAddressOf, previewPage, writeUpPage } from './write-up-page.js'

/** A group's write-up: begun, read in parts and as a whole, as a page and as a PDF, and talked about. */
export function pageRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/write-up', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    const writeUp = await begunFor(enquiry)
    if (writeUp && enquiry.standing.member)
      return show(res, 'write-ups/write-up', await writeUpPage(db, person, writeUp))
    if (writeUp && mayReadDraft(enquiry)) return show(res, 'write-ups/preview', await previewPage(db, person, writeUp))
    await showOutside(res, enquiry, writeUp)
  })

  /** To those who do not read the draft, a write-up that is only drafted is the same as none. */
  async function showOutside(res: Response, enquiry: Enquiry, writeUp: FoundWriteUp | undefined): Promise<void> {
    const standing = writeUp ? await standingNow(db, writeUp) : undefined
    const answers = mayAnswerSubmission(enquiry)
    const last = answers ? (standing?.last ?? null) : null
    const out = standing?.waiting ?? last ?? standing?.editions[0]
    if (!out && !enquiry.standing.member) res.status(404)
    show(res, 'write-ups/begin', {
      title: `Write-up, ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'write-up'),
      address: writeUpAddress(enquiry),
      may: { write: mayWriteUp(enquiry) && !writeUp, answer: answers },
      last,
      waiting: standing?.waiting ?? null,
      editions: standing?.editions ?? [],
      gaps: answers ? (standing?.gaps ?? 0) : 0,
    })
  }

  async function begunFor(enquiry: Enquiry): Promise<FoundWriteUp | undefined> {
    const row = await writeUpOf(db, enquiry)
    return row && { ...row, enquiry }
  }

  routes.post('/groups/:group/write-up', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayWriteUp(enquiry), 'The group writes up its own enquiry, while it is open.')
    await inOne(db, trx => beginWriteUp(trx, enquiry, person))
    await tell(db, res, 'The write-up is composed from what you logged. Every part is yours to change.')
    res.redirect(303, writeUpAddress(enquiry))
  })

  routes.get('/groups/:group/write-up.pdf', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    const writeUp = await begunFor(enquiry)
    if (!writeUp) throw new NotFound('write-up')
    if (!mayReadDraft(enquiry)) {
      const { document } = await submittedToRead(db, writeUp)
      return sendPdf(house, res, document, `${await slugOutside(db, writeUp)}-submitted`)
    }
    await sendPdf(house, res, await draftToRead(db, person, writeUp), `${await slugOutside(db, writeUp)}-draft`)
  })

  /** What may be read of a write-up by somebody who takes it away: the draft, or what waits for an answer. */
  async function takenAway(req: Request<{ writeUp: string }>, res: Response) {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    const name = await slugOutside(db, writeUp)
    if (mayReadDraft(writeUp.enquiry))
      return { writeUp, document: await draftToRead(db, person, writeUp), name: `${name}-draft` }
    return { writeUp, document: (await submittedToRead(db, writeUp)).document, name: `${name}-submitted` }
  }

  routes.get('/write-ups/:writeUp.docx', async (req, res) => {
    const { document, name } = await takenAway(req, res)
    await sendWord(house, res, document, name)
  })

  for (const form of shortFormNames) {
    routes.get(`/write-ups/:writeUp/${form}`, async (req: Request<{ writeUp: string }>, res) => {
      const { writeUp, document } = await takenAway(req, res)
      const handout = shortForms[form](document)
      show(res, 'write-ups/handout', {
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

  routes.get('/write-ups/:writeUp/preview', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    show(res, 'write-ups/preview', await previewPage(db, person, writeUp))
  })

  routes.get('/write-ups/:writeUp/files/:file', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    const ofDraft = mayReadDraft(writeUp.enquiry) && queried(req, 'of') !== 'submission'
    const document = ofDraft ? await draftToRead(db, person, writeUp) : (await submittedToRead(db, writeUp)).document
    const file = (await picturesThen(db, document)).get(req.params.file)
    if (!file) throw new NotFound('file')
    await sendFile(res, req, house.store, file, { small: true })
  })

  routes.post('/write-ups/:writeUp/composing', async (req, res) => {
    const { person, writeUp } = await writing(req, res)
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
    const { writeUp } = await writing(req, res)
    show(res, 'write-ups/title', titlePage(writeUp, formOf({ title: writeUp.title, was: writeUp.title })))
  })

  routes.post('/write-ups/:writeUp/title', async (req, res) => {
    const { person, writeUp } = await writing(req, res)
    const reading = read(TitleForm, req.body)
    if (!reading.ok) return show(res.status(422), 'write-ups/title', titlePage(writeUp, reading.form))
    await inOne(db, trx => retitle(trx, writeUp, person, reading.values))
    await tell(db, res, 'The write-up has its title.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.post('/write-ups/:writeUp/references', async (req, res) => {
    const { person, writeUp } = await writing(req, res)
    const reading = read(ReferencesForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    await inOne(db, trx => listReferences(trx, writeUp, person, reading.values.which))
    res.redirect(303, `${writeUpAddress(writeUp.enquiry)}#references`)
  })

  async function writing(req: Request<{ writeUp: string }>, res: Response) {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), 'The group writes up its own enquiry, while it is open.')
    return { person, writeUp }
  }

  routes.post('/write-ups/:writeUp/comments', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    const on = queried(req, 'on')
    await takeComment(db, req, res, {
      enquiry: writeUp.enquiry,
      thing: { aboutKind: 'write-up', aboutId: writeUp.id, name: 'the write-up' },
      page: on === 'submission' || on === 'preview' ? `${addressOf(writeUp)}/${on}` : writeUpAddress(writeUp.enquiry),
      async again(comment) {
        if (on === 'submission')
          show(res, 'write-ups/submission', await submissionPage(db, person, writeUp, { comment }))
        else if (on === 'preview' || !writeUp.enquiry.standing.member)
          show(res, 'write-ups/preview', await previewPage(db, person, writeUp, comment))
        else show(res, 'write-ups/write-up', await writeUpPage(db, person, writeUp, comment))
      },
    })
  })

  return routes
}

function titlePage(writeUp: FoundWriteUp, form: ReturnType<typeof formOf>) {
  return {
    title: 'Give the write-up a title',
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    address: `${addressOf(writeUp)}/title`,
    form,
  }
}
