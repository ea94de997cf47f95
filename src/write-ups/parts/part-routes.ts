import { Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { formOf } from '../../web/read.js'
import { sendPage } from '../../web/sending/page.js'
import { show } from '../../web/show.js'
import { render } from '../../web/showing/views.js'
import { signedIn } from '../../web/signed-in.js'
import { frameOf } from '../document/frame.js'
import { findPart, partAddress } from '../write-ups.js'
import { earlierWords } from './earlier-words.js'
import { htmlOfPart, partPage } from './part-page.js'
import { appendix } from './parts.js'

/** One part of a write-up: where it is written, how it reads, and what it said before. */
export function partRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/write-up-parts/:part', async (req, res) => {
    const { part, writeUp } = await findPart(db, signedIn(res), req.params.part)
    if (part.part === appendix) throw new NotFound('part')
    show(res, 'write-ups/part', await partPage(db, writeUp, part, formOf({ heading: part.heading })))
  })

  routes.get('/write-up-parts/:part/preview', async (req, res) => {
    const { part, writeUp } = await findPart(db, signedIn(res), req.params.part)
    sendPage(res, render('write-ups/_preview', { html: await htmlOfPart(db, writeUp, part) }))
  })

  routes.get('/write-up-parts/:part/earlier', async (req, res) => {
    const { part, writeUp } = await findPart(db, signedIn(res), req.params.part)
    show(res, 'write-ups/earlier', {
      title: `Earlier words of “${part.heading}”`,
      ...frameOf(writeUp),
      back: partAddress(part),
      heading: part.heading,
      versions: writeUp.enquiry.names.read(await earlierWords(db, part)),
    })
  })

  return routes
}
