import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { today } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { findEvidenceOrGap } from '../evidence.js'
import { ConsentForm } from '../forms.js'
import { numberOf } from '../listing/cards.js'
import { mayRecordConsent } from '../permissions.js'
import { recordConsent } from './consent.js'
import { begun, showConsent } from './consent-page.js'
import { keepWording } from './wordings.js'

const notYours = 'Consent is recorded by whoever logged the piece, the lead learner, or a colleague of its school.'

/** Who agreed to be seen in a piece. One that is hidden because consent was taken back can be given a new one. */
export function consentRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/consent', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidenceOrGap(db, person, req.params.id)
    allow(mayRecordConsent(person, piece), notYours)
    await showConsent(res, db, person, piece, begun(piece), queried(req, 'before'))
  })

  routes.post('/evidence/:id/consent', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidenceOrGap(db, person, req.params.id)
    allow(mayRecordConsent(person, piece), notYours)
    const reading = read(ConsentForm, req.body)
    const before = queried(req, 'before')
    if (!reading.ok) return showConsent(res.status(422), db, person, piece, reading.form, before)
    const { audience = 'public', givenOn, template, keepWording: keep, ...given } = reading.values
    const wording = given.wording || template
    await inOne(db, trx =>
      recordConsent(trx, piece, person, { ...given, wording, audience, givenOn: givenOn ?? today() }),
    )
    if (keep) await keepWording(db, piece.networkId, person, wording)
    await tell(db, res, `What was agreed for ${numberOf(piece)} is recorded.`)
    res.redirect(303, localPath(before, `/evidence/${piece.id}`))
  })

  return routes
}
