import { type Request, type Response, Router } from 'express'
import { type Db, inOne } from '../database.js'
import { htmlOf } from '../documents/to-html.js'
import { numberOf } from '../evidence/cards.js'
import { kindNamed } from '../evidence/kinds.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { textInPlace } from '../texts/in-place.js'
import { type FormState, formOf, read } from '../web/read.js'
import { render, show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { citeKeys } from '../knowledge/cite-keys.js'
import { citationsIn } from '../knowledge/citing.js'
import { listed } from '../web/words.js'
import { leaveOut, reword, takeIn } from './arranging.js'
import { begun, lookupIn, piecesToCite } from './citing.js'
import { composePart } from './composing.js'
import { blocksOfPart } from './document-of.js'
import { earlierWords } from './earlier-words.js'
import { HeadingForm } from './forms.js'
import type { PartPage } from './pages.js'
import { appendix } from './parts.js'
import { mayWriteUp } from './permissions.js'
import { findPart, type FoundWriteUp, partAddress, partText, type PartWithText, writeUpAddress } from './write-ups.js'
import { frameOf, partShown, pictureAddressOf } from './write-up-page.js'

type OfPart = Request<{ part: string }>

/** One part of a write-up: its words beside how they read, its heading, left out or taken in, composed anew. */
export function partRoutes({ db }: House): Router {
  const routes = Router()

  async function reading(req: OfPart, res: Response) {
    const person = signedIn(res)
    return { person, ...(await findPart(db, person, req.params.part)) }
  }

  async function writing(req: OfPart, res: Response) {
    const found = await reading(req, res)
    allow(mayWriteUp(found.writeUp.enquiry), 'The group writes up its own enquiry, while it is open.')
    return found
  }

  routes.get('/write-up-parts/:part', async (req, res) => {
    const { part, writeUp } = await reading(req, res)
    if (part.part === appendix) throw new NotFound('part')
    show(res, 'write-ups/part', await partPage(db, writeUp, part, formOf({ heading: part.heading })))
  })

  routes.get('/write-up-parts/:part/preview', async (req, res) => {
    const { part, writeUp } = await reading(req, res)
    res.type('html').send(render('write-ups/_preview', { html: await htmlOfPart(db, writeUp, part) }))
  })

  routes.get('/write-up-parts/:part/earlier', async (req, res) => {
    const { part, writeUp } = await reading(req, res)
    show(res, 'write-ups/earlier', {
      title: `Earlier words of “${part.heading}”`,
      ...frameOf(writeUp),
      back: partAddress(part),
      heading: part.heading,
      versions: await earlierWords(db, part),
    })
  })

  routes.post('/write-up-parts/:part/heading', async (req, res) => {
    const { part, writeUp, person } = await writing(req, res)
    const form = read(HeadingForm, req.body)
    if (!form.ok) return show(res.status(422), 'write-ups/part', await partPage(db, writeUp, part, form.form))
    await inOne(db, trx => reword(trx, writeUp, part, person, form.values.heading))
    await tell(db, res, 'The heading is changed.')
    res.redirect(303, partAddress(part))
  })

  routes.post('/write-up-parts/:part/leaving-out', async (req, res) => {
    const { part, writeUp, person } = await writing(req, res)
    if (part.part === appendix) throw new NotFound('part')
    await inOne(db, trx => leaveOut(trx, writeUp, part, person))
    await tell(db, res, `“${part.heading}” is left out. Its words are kept, and you can take it in again.`)
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.post('/write-up-parts/:part/taking-in', async (req, res) => {
    const { part, writeUp, person } = await writing(req, res)
    await inOne(db, trx => takeIn(trx, writeUp, part, person))
    await tell(db, res, `“${part.heading}” is in the write-up again.`)
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.get('/write-up-parts/:part/composing', async (req, res) => {
    const { part, writeUp } = await writing(req, res)
    if (part.part === appendix) throw new NotFound('part')
    show(res, 'write-ups/confirm', {
      title: `Compose “${part.heading}” anew`,
      ...frameOf(writeUp),
      confirm: {
        heading: `Compose “${part.heading}” anew`,
        what: [
          'This part is written afresh from what the group has logged until now.',
          part.edited
            ? 'The words that you edited give way to it. They stay among the earlier words of this part.'
            : 'Nobody has edited it, so nothing of yours is touched.',
        ],
        undo: 'Open “Earlier words” beside the part and copy yours back.',
        address: `${partAddress(part)}/composing`,
        button: 'Compose it anew',
        cancel: { href: partAddress(part), text: 'Leave it as it is' },
      },
    })
  })

  routes.post('/write-up-parts/:part/composing', async (req, res) => {
    const { part, writeUp, person } = await writing(req, res)
    if (part.part === appendix) throw new NotFound('part')
    await inOne(db, trx => composePart(trx, writeUp, part, person))
    await tell(db, res, 'This part is composed anew. What it said before is among its earlier words.')
    res.redirect(303, partAddress(part))
  })

  return routes
}

async function partPage(
  db: Db,
  writeUp: FoundWriteUp,
  part: PartWithText,
  form: FormState,
): Promise<PartPage & { title: string }> {
  const pieces = (await piecesToCite(db, writeUp.groupId)).filter(piece => !piece.gap)
  const place = { kind: partText.kind, owner: part.id, field: partText.field }
  return {
    title: `${part.heading}, write-up of ${writeUp.enquiry.groupName}`,
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    part: await partShown(db, part),
    text: textInPlace(place, { [partText.field]: part.text }, { label: 'The words', rows: 22 }),
    preview: await htmlOfPart(db, writeUp, part),
    cites: await citeKeys(db, writeUp.enquiry),
    previewAddress: `${partAddress(part)}/preview`,
    pieces: pieces.map(piece => ({
      number: numberOf(piece),
      title: piece.title,
      facts: [begun(kindNamed(piece.kind)), listed(piece.schools.map(school => school.name))]
        .filter(Boolean)
        .join(', '),
      hasWords: piece.whatWeSaw.trim() !== '',
      hasPicture: piece.files.some(file => file.kind === 'image'),
      passages: piece.passages.map(({ number, words }) => ({ number, words })),
    })),
    earlier: (await earlierWords(db, part)).length,
    form,
    may: { write: mayWriteUp(writeUp.enquiry) },
  }
}

async function htmlOfPart(db: Db, writeUp: FoundWriteUp, part: PartWithText): Promise<string> {
  const pieces = await piecesToCite(db, writeUp.groupId)
  const citations = await citationsIn(db, writeUp.enquiry, [part.text.body])
  const blocks = blocksOfPart(part.text.body, lookupIn(pieces), citations)
  // The appendix is on another page here, so a number leads to the piece itself.
  const html = htmlOf(blocks, { pictureAddress: pictureAddressOf(writeUp) })
  return html.replaceAll('href="#evidence-', 'href="/evidence/')
}
