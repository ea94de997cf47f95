import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedRound, openRoundOf } from '../finding.js'
import { TakingOutForm } from '../forms.js'
import '../pages.js'
import { mayTakePieceOut } from '../permissions.js'
import { findPiece, type FoundPiece, nameOfPiece } from './pieces.js'
import { takePieceOut } from './putting-in.js'

/** A piece is taken out of a round, with all that was said of it. */
export function takingOutRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation/:round/pieces' as const

  routes.get(`${at}/:piece/removal`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const found = await takingOut(there, req.params.piece)
    show(res, 'moderation/form', takingOutPage(there, found, formOf()))
  })

  routes.post(`${at}/:piece/removal`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const found = await takingOut(there, req.params.piece)
    const reading = read(TakingOutForm, req.body)
    if (!reading.ok) return show(res.status(422), 'moderation/form', takingOutPage(there, found, reading.form))
    await inOne(db, trx => takePieceOut(trx, found, there.person, reading.values.because))
    await tell(db, res, 'The piece is out of the round, with all that was said of it.')
    res.redirect(303, there.address)
  })

  async function takingOut(there: OpenedRound, id: string): Promise<FoundPiece> {
    const found = await findPiece(db, there.person, there.round, id)
    allow(
      mayTakePieceOut(there.person, there, found.piece),
      'Whoever brought it takes it out, or the leader of the round.',
    )
    return found
  }

  return routes
}

function takingOutPage(there: OpenedRound, found: FoundPiece, form: FormState) {
  const { head, address, round } = there
  const brought = found.evidence === null
  return {
    title: `Take “${nameOfPiece(found)}” out`,
    ...{ head, form, over: { text: round.title, href: address }, back: address },
    address: `${address}/pieces/${found.piece.id}/removal`,
    lede: brought
      ? 'The work is erased for good, with its files and all that was said of it.'
      : 'What was said of it here is erased. The piece of evidence itself stays with its group.',
    field: { name: 'because', label: 'Why', hint: 'Those who judged it read this.' },
    ...{ button: 'Take it out', danger: true, leave: 'Leave it in the round' },
  }
}
