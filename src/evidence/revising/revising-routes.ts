import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { numberOf } from '../listing/cards.js'
import { schoolChoices } from '../logging/choices.js'
import { findEvidence } from '../evidence.js'
import { RevisingForm } from '../forms.js'
import { kindNamed } from '../kinds.js'
import { mayReviseEvidence } from '../permissions.js'
import { reviseEvidence } from './revising.js'
import { pieceAsTyped, showRevising } from './revising-page.js'

const notYours = 'This piece is its author’s to change. You can say something about it below it.'

/** Revising the words and facts of a piece, with both texts shown when two people did so at once. */
export function revisingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/edit', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    await showRevising(res, db, person, piece, formOf(pieceAsTyped(piece)))
  })

  routes.post('/evidence/:id/edit', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const reading = read(RevisingForm, req.body)
    if (!reading.ok) return showRevising(res.status(422), db, person, piece, reading.form)
    const { version, ...words } = reading.values
    const known = new Set((await schoolChoices(db, piece.networkId)).map(school => school.value))
    const schools = words.schools.filter(id => known.has(id) || piece.schools.some(school => school.id === id))
    const revision = await inOne(db, trx => reviseEvidence(trx, piece, person, { ...words, schools }, version))
    if (revision.outcome === 'conflict') {
      const form = formOf({ ...(req.body as object), version: revision.theirs.version })
      const { title, whatWeSaw, kind, gatheredOn, version: latest } = revision.theirs
      const theirs = { title, whatWeSaw, kind: kindNamed(kind), gatheredOn, version: latest }
      return showRevising(res.status(409), db, person, piece, form, { theirs })
    }
    await tell(db, res, `${numberOf(piece)} is saved.`)
    res.redirect(303, `/evidence/${piece.id}`)
  })

  return routes
}
