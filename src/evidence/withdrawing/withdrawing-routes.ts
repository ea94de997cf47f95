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
import { PupilForm, ReasonForm } from '../forms.js'
import { clearsNamesPupil, marksNamesPupil } from '../names/naming-a-pupil.js'
import { mayClearPupil, mayFlagPupil, mayRemoveDraft, maySettleGap, mayWithdrawEvidence } from '../permissions.js'
import { crumbsTo } from '../standing-by.js'
import { eraseGap, putBack, removeDraft, withdrawEvidence } from './withdrawing.js'

const notYours = 'A piece is withdrawn by whoever logged it, or by the lead learner.'

/** Withdrawing a piece, putting it back, erasing a draft or a gap, and saying that a pupil is named. */
export function withdrawingRoutes(
  { db }: House,
  { dependants, erases }: Pick<Brought, 'dependants' | 'erases'>,
): Router {
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

  routes.get('/evidence/:id/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(
      mayRemoveDraft(person, piece),
      'Only a draft that nobody else has seen can be erased. Withdraw this piece instead.',
    )
    const number = numberOf(piece)
    show(res, 'evidence/confirm', {
      title: `Erase the draft ${number}`,
      breadcrumbs: await crumbsTo(db, person, piece, true),
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
    allow(
      mayRemoveDraft(person, piece),
      'Only a draft that nobody else has seen can be erased. Withdraw this piece instead.',
    )
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
      breadcrumbs: await crumbsTo(db, person, gap, true),
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

async function showWithdrawal(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const number = numberOf(piece)
  show(res, 'evidence/confirm', {
    title: `Withdraw ${number}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
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
