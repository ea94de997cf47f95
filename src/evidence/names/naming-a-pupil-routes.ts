import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { findEvidence } from '../evidence.js'
import { PupilForm } from '../forms.js'
import { mayClearPupil, mayFlagPupil } from '../permissions.js'
import { clearsNamesPupil, marksNamesPupil } from './naming-a-pupil.js'

/** Somebody says that a pupil is named in a piece, or whoever keeps it that the name is out. */
export function namingAPupilRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/evidence/:id/named-pupil', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const named = read(PupilForm, req.body)
    const isNamed = named.ok && named.values.named === 'yes'
    allow(
      isNamed ? mayFlagPupil(person, piece) : mayClearPupil(person, piece),
      'Whoever logged the piece says when the name is out.',
    )
    await inOne(db, trx => (isNamed ? marksNamesPupil : clearsNamesPupil)(trx, piece, person))
    await tell(
      db,
      res,
      isNamed ? 'Thank you. It stays within the group until the name is out.' : 'No pupil is named in it any more.',
    )
    const stillSeen = person.isVolunteerIn(piece.groupId) || piece.loggedBy === person.id
    res.redirect(303, stillSeen ? `/evidence/${piece.id}` : '/')
  })

  return routes
}
