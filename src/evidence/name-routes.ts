import { Router } from 'express'
import { z } from 'zod'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { line } from '../web/fields.js'
import { read } from '../web/read.js'
import { signedIn } from '../web/signed-in.js'
import { findEvidence } from './evidence.js'
import { writeCodeInstead } from './names-in-a-piece.js'
import { mayReviseEvidence } from './permissions.js'

const NameForm = z.strictObject({ words: line('Say which words', 200), once: z.string().optional() })

/** A name that was noticed in a piece gives way to the pupil's code in one press. */
export function nameRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/evidence/:id/names', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(
      mayReviseEvidence(person, piece) && person.isVolunteerIn(piece.groupId),
      'Whoever logged the piece changes its words.',
    )
    const reading = read(NameForm, req.body)
    const instead = reading.ok ? await writeCodeInstead(db, piece, person, reading.values.words) : undefined
    await tell(db, res, instead ? `It says ${instead} now.` : 'This name is not there any more.')
    res.redirect(303, `/evidence/${piece.id}`)
  })

  return routes
}
