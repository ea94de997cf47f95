import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { numberOf } from '../listing/cards.js'
import { findEvidence, findGap, type Piece } from '../evidence.js'
import { ReasonForm } from '../forms.js'
import { maySettleGap, mayWithdrawEvidence } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import { putBack, withdrawEvidence } from './withdrawing.js'

const notYours = 'A piece is withdrawn by whoever logged it, or by the lead learner.'

/** Withdrawing a piece, and putting it back. */
export function withdrawingRoutes({ db }: House, { dependants }: Pick<Brought, 'dependants'>): Router {
  const routes = Router()

  routes.get('/evidence/:id/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayWithdrawEvidence(person, piece), notYours)
    await showWithdrawal(res, db, person, piece, formOf())
  })

  routes.post('/evidence/:id/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayWithdrawEvidence(person, piece), notYours)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return showWithdrawal(res.status(422), db, person, piece, reading.form)
    const list = await inOne(db, trx => withdrawEvidence(trx, piece, person, reading.values.reason, dependants))
    await tell(db, res, `${numberOf(piece)} is withdrawn.`)
    res.redirect(303, `/withdrawals/${list}`)
  })

  routes.post('/evidence/:id/return', async (req, res) => {
    const person = signedIn(res)
    const gap = await findGap(db, person, req.params.id)
    allow(maySettleGap(person, gap), notYours)
    await inOne(db, trx => putBack(trx, gap, person))
    await tell(db, res, `${numberOf(gap)} is back with the group.`)
    res.redirect(303, `/evidence/${gap.id}`)
  })

  return routes
}

async function showWithdrawal(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const number = numberOf(piece)
  show(res, 'evidence/confirm', {
    title: `Withdraw ${number}`,
    ...(await placeOf(db, person, piece, true)),
    confirm: {
      heading: `Withdraw ${number}`,
      what: [
        `${number} disappears from every page, report and download at once.`,
        'Its number stays with the word “withdrawn”, so that a claim that leaned on it shows why it weakened.',
      ],
      who: [
        `The enquiry group ${piece.groupName}`,
        ...(piece.sharedWithNetworkAt ? ['Everybody in the network who can read it now'] : []),
      ],
      undo: 'You can put it back at any time; it then comes back to the group alone.',
      address: `/evidence/${piece.id}/withdrawal`,
      button: 'Withdraw it',
      danger: true,
      cancel: { href: `/evidence/${piece.id}`, text: 'Leave it as it is' },
      form,
      reason: {
        name: 'reason',
        label: 'Why',
        hint: 'The group and those who lead its network can read this. Do not name a pupil.',
      },
    },
  })
}
