import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { type Audience, audiences } from '../../reach/audiences.js'
import { audienceInWords } from '../../reach/audience-in-words.js'
import { chosenFor } from '../../reach/reaches.js'
import { numberOf } from '../listing/cards.js'
import { nobodyInIt, recordConsent } from '../consent/consent.js'
import { findEvidence, type Piece } from '../evidence.js'
import { SharingForm } from '../forms.js'
import { keeps, mayNarrowEvidence, mayShareEvidence } from '../permissions.js'
import {
  beyondTheGroup,
  narrow,
  shareOutside,
  shareWithGroup,
  shareWithNetwork,
  shareWithSchool,
  takeBackFromOutside,
  whyNotShare,
} from './sharing.js'
import { showSharing } from './sharing-page.js'

const notYours = 'Whoever logged a piece decides who sees it. The lead learner may take it back to the group.'

/** Who sees a piece: a page that shows what will be seen and by whom, before anybody does. */
export function sharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/sharing', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayNarrowEvidence(person, piece), notYours)
    const form = formOf({ audience: chosenFor(piece), outside: piece.sharedOutsideAt ? 'yes' : '' })
    await showSharing(res, db, person, piece, form)
  })

  routes.post('/evidence/:id/sharing', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayNarrowEvidence(person, piece), notYours)
    const reading = read(SharingForm, req.body)
    if (!reading.ok) return showSharing(res.status(422), db, person, piece, reading.form)
    const { audience, outside, nobody } = reading.values
    allow(mayShareEvidence(person, piece) || isNarrowing(person, piece, audience, outside), notYours)

    const saysNobody = nobody && !piece.consent
    if (saysNobody) await inOne(db, trx => recordConsent(trx, piece, person, nobodyInIt()))
    const wider = beyondTheGroup(audience, outside)
    const now = saysNobody ? await findEvidence(db, person, piece.id) : piece
    const because = wider && whyNotShare(now, wider)
    if (because) {
      const form = addMistake(formOf(req.body), piece.consent ? 'audience' : 'nobody', because)
      return showSharing(res.status(422), db, person, now, form)
    }
    await shareAs(db, now, person, audience, outside)
    const seenBy = audienceInWords(await findEvidence(db, person, piece.id), person)
    const becomes = audience === 'author' ? 'is a draft again: only you see it' : `is seen by ${seenBy}`
    await tell(db, res, `${numberOf(piece)} ${becomes}.`)
    res.redirect(303, `/evidence/${piece.id}`)
  })

  return routes
}

async function shareAs(db: Db, piece: Piece, person: Reader, audience: Audience, outside: boolean): Promise<void> {
  if (audience === 'author') return inOne(db, trx => narrow(trx, piece, person, 'author'))
  if (audience === 'network') await inOne(db, trx => shareWithNetwork(trx, piece, person))
  else if (audience === 'school') await inOne(db, trx => shareWithSchool(trx, piece, person))
  else if (piece.sharedWithNetworkAt || piece.sharedWithSchoolAt)
    await inOne(db, trx => narrow(trx, piece, person, 'group'))
  else await inOne(db, trx => shareWithGroup(trx, piece, person))
  const now = await findEvidence(db, person, piece.id)
  await (outside
    ? inOne(db, trx => shareOutside(trx, now, person))
    : inOne(db, trx => takeBackFromOutside(trx, now, person)))
}

/** What the lead learner may do to a colleague's piece: take it back to the group, and no wider anywhere. */
function isNarrowing(person: Reader, piece: Piece, audience: Audience, outside: boolean): boolean {
  if (audience === 'author') return keeps(person, piece)
  return (
    audiences.indexOf(audience) <= audiences.indexOf(chosenFor(piece)) && (!outside || piece.sharedOutsideAt !== null)
  )
}
