import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import { piecesThatMayName } from '../../evidence/sharing/names-before-sharing.js'
import { leftInWords } from '../../evidence/sharing/sharing-several.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { findWriteUp, type FoundWriteUp } from '../../write-ups/write-ups.js'
import { AnswerAskedForm } from '../forms.js'
import { askedPage, piecesAskedOf } from './asked-page.js'
import { keepBack, shareAsAsked } from './asking.js'

/** An author answers for the pieces that a write-up would use: shares them with the network, or keeps them back. */
export function askedRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/write-ups/:writeUp/asked', async (req, res) => {
    const person = signedIn(res)
    const writeUp = ofTheGroup(await findWriteUp(db, person, req.params.writeUp))
    show(res, 'publishing/asked', await askedPage(db, person, writeUp, formOf()))
  })

  routes.post('/write-ups/:writeUp/asked', async (req, res) => {
    const person = signedIn(res)
    const writeUp = ofTheGroup(await findWriteUp(db, person, req.params.writeUp))
    const reading = read(AnswerAskedForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const { pieces } = await piecesAskedOf(db, person, writeUp)
    const ticked = reading.ok ? pieces.filter(piece => reading.values.pieces.includes(piece.id)) : []
    if (reading.ok && ticked.length === 0) addMistake(form, 'pieces', 'Tick the pieces that you answer for')
    if (reading.ok && reading.values.answer === 'keep' && reading.values.because === '')
      addMistake(form, 'because', 'Say in a sentence why they stay as they are')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'publishing/asked', await askedPage(db, person, writeUp, form))

    const { answer, because, nobody } = reading.values
    if (answer === 'keep') {
      await inOne(db, trx => keepBack(trx, writeUp, person, ticked, because))
      await tell(
        db,
        res,
        `${plural(ticked.length, 'piece stays', 'pieces stay')} as they are. The group reads your reason.`,
      )
    } else {
      const naming = await piecesThatMayName(house, person, ticked)
      const cameOf = await inOne(db, trx => shareAsAsked(trx, writeUp, person, ticked, naming, new Set(nobody)))
      const shared = plural(cameOf.done.length, 'piece is', 'pieces are')
      await tell(
        db,
        res,
        `${shared} shared with the network.${leftInWords(cameOf)}`,
        cameOf.left.length > 0 ? 'waiting' : 'done',
      )
    }
    res.redirect(303, `/write-ups/${writeUp.id}/asked`)
  })

  return routes
}

function ofTheGroup(writeUp: FoundWriteUp): FoundWriteUp {
  if (!writeUp.enquiry.standing.member) throw new NotFound('write-up')
  return writeUp
}
