import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { optionalLine } from '../../web/fields.js'
import { localPath } from '../../web/local-path.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { tourNames } from './notes.js'
import { isLastNote, readNote, showToursAgain, skipTours } from './touring.js'

const BackForm = z.strictObject({ back: optionalLine(500) })
const NextForm = BackForm.extend({ place: z.coerce.number().int().min(1) })

/** The notes of a first visit are read one by one, skipped for ever, or asked for again. */
export function tourRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/tours/:tour/next', async (req, res) => {
    const person = signedIn(res)
    const tour = tourNames.find(one => one === req.params.tour)
    if (!tour) throw new NotFound('page')
    const { back, place } = wellRead(read(NextForm, req.body))
    await inOne(db, trx => readNote(trx, person, tour, place))
    res.redirect(303, `${localPath(back)}${isLastNote(person, tour, place) ? '' : '#tour'}`)
  })

  routes.post('/tours/skipped', async (req, res) => {
    const person = signedIn(res)
    const { back } = wellRead(read(BackForm, req.body))
    await inOne(db, trx => skipTours(trx, person))
    res.redirect(303, localPath(back))
  })

  routes.post('/tours/again', async (_req, res) => {
    const person = signedIn(res)
    await inOne(db, trx => showToursAgain(trx, person))
    await tell(db, res, 'The tour begins again, here and on the pages of your groups.')
    res.redirect(303, '/')
  })

  return routes
}
