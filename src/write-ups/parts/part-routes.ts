import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { render, show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { leaveOut, reword, takeIn } from './arranging.js'
import { composePart } from '../composing.js'
import { earlierWords } from './earlier-words.js'
import { HeadingForm } from '../forms.js'
import { appendix } from './parts.js'
import { frameOf } from '../document/frame.js'
import { htmlOfPart, partPage } from './part-page.js'
import { mayWriteUp } from '../permissions.js'
import { findPart, partAddress, writeUpAddress } from '../write-ups.js'

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
