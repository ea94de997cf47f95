import { type Request, type Response, Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { read, wellRead } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { PartForm, PlaceForm } from './forms.js'
import { bringPartBack, movePart, removePart, rewordPart } from './keeping.js'
import { addressOfParts, partPage } from './part-pages.js'
import { findPart, type FoundPart } from './parts.js'
import { mayKeepParts } from './permissions.js'

/** A part is read, put in other words, put elsewhere, taken out and brought back. */
export function keepingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/question-parts/:part', async (req, res) => {
    const person = signedIn(res)
    const part = await findPart(db, person, req.params.part)
    show(res, 'question-parts/part', await partPage(db, person, part))
  })

  routes.post('/question-parts/:part/wording', async (req, res) => {
    const { person, part } = await partToKeep(db, req, res)
    const reading = read(PartForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'question-parts/part', await partPage(db, person, part, { name: reading.form }))
    await inOne(db, trx => rewordPart(trx, part, person, reading.values.name))
    await tell(db, res, 'Saved.')
    res.redirect(303, `/question-parts/${part.id}`)
  })

  routes.post('/question-parts/:part/place', async (req, res) => {
    const { person, part } = await partToKeep(db, req, res)
    const { to } = wellRead(read(PlaceForm, req.body))
    await inOne(db, trx => movePart(trx, part, person, to))
    res.redirect(303, addressOfParts(part.enquiry))
  })

  routes.post('/question-parts/:part/removal', async (req, res) => {
    const { person, part } = await partToKeep(db, req, res)
    await inOne(db, trx => removePart(trx, part, person))
    await tell(db, res, 'That part is taken out. It can be brought back below.')
    res.redirect(303, addressOfParts(part.enquiry))
  })

  routes.post('/question-parts/:part/removal/end', async (req, res) => {
    const { person, part } = await partToKeep(db, req, res)
    await inOne(db, trx => bringPartBack(trx, part, person))
    await tell(db, res, 'That part is back, with what answered it.')
    res.redirect(303, `/question-parts/${part.id}`)
  })

  return routes
}

/** @throws NotFound, NotAllowed */
export async function partToKeep(
  db: Db,
  req: Request<{ part: string }>,
  res: Response,
): Promise<{ person: Reader; part: FoundPart }> {
  const person = signedIn(res)
  const part = await findPart(db, person, req.params.part)
  allow(mayKeepParts(part.enquiry))
  return { person, part }
}
