import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { sendFile, sendPicture, sizeAsked } from '../../files/sending.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { agree, reasonNow, talkAgain } from '../agreeing/agreeing.js'
import { openRoundOf } from '../finding.js'
import '../pages.js'
import { mayAgree, mayJudge, maySeeJudgements } from '../permissions.js'
import { piecePage } from '../piece-page.js'
import { findPiece } from '../pieces/pieces.js'
import { addMistake, formOf } from '../../web/read.js'
import { judge, judgementsOf } from './judgements.js'
import { readSheet } from './reading-sheet.js'

/** Each judges alone; then, side by side, it is agreed together. */
export function judgingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/moderation/:round/pieces/:piece' as const

  routes.get(at, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const found = await findPiece(db, there.person, there.round, req.params.piece)
    show(res, 'moderation/piece', await piecePage(db, there, found))
  })

  routes.post(`${at}/judgement`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const found = await findPiece(db, there.person, there.round, req.params.piece)
    const [mine] = await judgementsOf(db, [found.piece.id], there.person.id)
    allow(
      mayJudge(there.person, there, found.piece, mine !== undefined),
      'What you said stands: the round is open, and everybody sees it.',
    )
    const reading = readSheet(there.sheet, req.body)
    if (!reading.ok)
      return show(res.status(422), 'moderation/piece', await piecePage(db, there, found, { sheet: reading.form }))
    await inOne(db, trx => judge(trx, found.piece, there.person, reading.values))
    await tell(db, res, 'Your judgement is kept. Nobody sees it before the round is opened.')
    const { next } = await piecePage(db, there, found)
    res.redirect(303, next?.href ?? there.address)
  })

  routes.post(`${at}/agreement`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const found = await findPiece(db, there.person, there.round, req.params.piece)
    const [mine] = await judgementsOf(db, [found.piece.id], there.person.id)
    allow(
      mayAgree(there.person, there) && maySeeJudgements(there.person, there, mine !== undefined),
      'The leader of the round writes down what was agreed.',
    )
    const reading = readSheet(there.sheet, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    if ((await reasonNow(db, found.piece)).body.trim() === '')
      addMistake(form, 'reason', 'Write down together why, before it is agreed')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'moderation/piece', await piecePage(db, there, found, { agreeing: form }))
    await inOne(db, trx => agree(trx, found.piece, there.person, reading.values.marks))
    await tell(db, res, 'It is agreed, and stays beside the piece.')
    res.redirect(303, there.address)
  })

  routes.post(`${at}/agreement/again`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const found = await findPiece(db, there.person, there.round, req.params.piece)
    allow(mayAgree(there.person, there), 'The leader of the round writes down what was agreed.')
    await inOne(db, trx => talkAgain(trx, found.piece, there.person))
    await tell(db, res, 'You talk of it again. Until it is agreed anew it is no example.')
    res.redirect(303, `${there.address}/pieces/${found.piece.id}`)
  })

  routes.get([`${at}/files/:file/:name`, `${at}/files/:file/picture/:name`], async (req, res) => {
    const { network, round, piece, file } = req.params as Record<'network' | 'round' | 'piece' | 'file', string>
    const there = await openRoundOf(db, signedIn(res), { network, round })
    const found = await findPiece(db, there.person, there.round, piece)
    const stored = found.files.find(one => one.id === file)
    if (!stored) throw new NotFound('file')
    if (req.path.includes('/picture/')) return sendPicture(res, req, house, stored, sizeAsked(req))
    await sendFile(res, req, house.store, stored)
  })

  return routes
}
