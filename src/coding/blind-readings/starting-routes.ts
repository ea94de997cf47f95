import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { bookOf, findCodingGroup } from '../codebook/book.js'
import { BlindReadingForm } from '../forms.js'
import { mayStartBlindReading } from '../permissions.js'
import { piecesToReadBlind, startBlindReading } from './starting.js'
import { newBlindReadingPage } from './starting-page.js'

/** Asking a colleague to read blind. */
export function startingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/readings/new', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    allow(mayStartBlindReading(enquiry))
    show(res, 'coding/reading-new', await newBlindReadingPage(db, person, enquiry, formOf()))
  })

  routes.post('/groups/:group/readings', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    allow(mayStartBlindReading(enquiry))
    const reading = read(BlindReadingForm, req.body)
    const refused = async (status: number, form: FormState) =>
      show(res.status(status), 'coding/reading-new', await newBlindReadingPage(db, person, enquiry, form))
    if (!reading.ok) return refused(422, reading.form)
    const pieces = new Set((await piecesToReadBlind(db, person, enquiry)).map(piece => piece.id))
    const codes = new Set((await bookOf(db, enquiry)).map(code => code.id))
    if (!reading.values.pieces.every(id => pieces.has(id)) || !reading.values.codes.every(id => codes.has(id)))
      return refused(422, addMistake(formOf(req.body), 'pieces', 'Some of these are not there any more. Choose again.'))
    try {
      const id = await inOne(db, trx => startBlindReading(trx, enquiry, person, reading.values))
      await tell(db, res, 'The blind reading has begun. Your colleague finds it under “Blind readings”.')
      res.redirect(303, `/readings/${id}`)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return refused(409, addMistake(formOf(req.body), 'secondReader', error.message))
    }
  })

  return routes
}
