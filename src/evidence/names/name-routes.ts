import { type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { line } from '../../web/fields.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { findEvidence, type Piece } from '../evidence.js'
import { whereNamed, writeCodeInstead, writeNameAgain } from './names-in-a-piece.js'
import { mayReviseEvidence } from '../permissions.js'
import { holdFormer, takeFormer } from './undoing-a-name.js'

const NameForm = z.strictObject({ words: line('Say which words', 200), once: z.string().optional() })

/** A name that was noticed in a piece gives way to the pupil's code in one press, which can be undone on the next page. */
export function nameRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.post('/evidence/:id/names', async (req, res) => {
    const { person, piece } = await keeping(res, req.params.id)
    const reading = read(NameForm, req.body)
    const named = reading.ok ? await whereNamed(house, person, piece, reading.values.words) : undefined
    const former = named && (await inOne(db, trx => writeCodeInstead(trx, piece, person, named)))
    if (former) holdFormer(person, piece, former)
    await tell(db, res, former ? `It says ${former.instead} now.` : 'This name is not there any more.')
    res.redirect(303, `/evidence/${piece.id}`)
  })

  routes.post('/evidence/:id/names/undoing', async (req, res) => {
    const { person, piece } = await keeping(res, req.params.id)
    const former = takeFormer(person, piece)
    const done = former !== undefined && (await inOne(db, trx => writeNameAgain(trx, piece, person, former)))
    await tell(
      db,
      res,
      done
        ? 'It says again what it said before.'
        : 'What it said before is not kept any more. Change the words yourself.',
    )
    res.redirect(303, `/evidence/${piece.id}`)
  })

  async function keeping(res: Response, id: string): Promise<{ person: Person; piece: Piece }> {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, id)
    allow(
      mayReviseEvidence(person, piece) && person.isVolunteerIn(piece.groupId),
      'Whoever logged the piece changes its words.',
    )
    return { person, piece }
  }

  return routes
}
