import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findEvidence, findGap } from '../evidence.js'
import { numberOf } from '../listing/cards.js'
import { mayRemoveDraft, maySettleGap } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import { eraseGap, removeDraft } from './withdrawing.js'

const seenAlready = 'Only a draft that nobody else has seen can be erased. Withdraw this piece instead.'
const notYours = 'A piece is withdrawn by whoever logged it, or by the lead learner.'

/** Erasing what only its author has seen, and what is withdrawn already: for good, files too. */
export function erasingRoutes({ db }: House, { erases }: Pick<Brought, 'erases'>): Router {
  const routes = Router()

  routes.get('/evidence/:id/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayRemoveDraft(person, piece), seenAlready)
    const number = numberOf(piece)
    show(res, 'evidence/confirm', {
      title: `Erase the draft ${number}`,
      ...(await placeOf(db, person, piece, true)),
      confirm: {
        heading: `Erase the draft ${number}`,
        what: ['Its words and its files are erased from the workbench. Nobody else has seen them.'],
        address: `/evidence/${piece.id}/removal`,
        button: 'Erase the draft',
        danger: true,
        cancel: { href: `/evidence/${piece.id}`, text: 'Keep it' },
      },
    })
  })

  routes.post('/evidence/:id/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayRemoveDraft(person, piece), seenAlready)
    await inOne(db, trx => removeDraft(trx, piece, person, erases))
    await tell(db, res, 'The draft is erased.')
    res.redirect(303, `/groups/${piece.groupId}/evidence`)
  })

  routes.get('/evidence/:id/erasure', async (req, res) => {
    const person = signedIn(res)
    const gap = await findGap(db, person, req.params.id)
    allow(maySettleGap(person, gap), notYours)
    const number = numberOf(gap)
    show(res, 'evidence/confirm', {
      title: `Erase ${number} for good`,
      ...(await placeOf(db, person, gap, true)),
      confirm: {
        heading: `Erase ${number} for good`,
        what: [`The words, pictures and files of ${number} are erased. Its number stays, with the word “withdrawn”.`],
        address: `/evidence/${gap.id}/erasure`,
        button: 'Erase it for good',
        danger: true,
        cancel: { href: `/evidence/${gap.id}`, text: 'Leave it hidden' },
      },
    })
  })

  routes.post('/evidence/:id/erasure', async (req, res) => {
    const person = signedIn(res)
    const gap = await findGap(db, person, req.params.id)
    allow(maySettleGap(person, gap), notYours)
    await inOne(db, trx => eraseGap(trx, gap, person, erases))
    await tell(db, res, `${numberOf(gap)} is erased for good.`)
    res.redirect(303, `/evidence/${gap.id}`)
  })

  return routes
}
