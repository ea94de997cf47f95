import { Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { listed, plural } from '../../words/words.js'
import { leaveOutPieces, takeInPieces } from '../../write-ups/document/choosing-pieces.js'
import { askAuthors } from '../asking/asking.js'
import { backToCheck, tickedPieces } from './ticked.js'

/** From the check, what others have to do: authors are asked about all of their pieces, and pieces are left out. */
export function leavingOutRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.post('/write-ups/:writeUp/check/asking', async (req, res) => {
    const ticked = await tickedPieces(house, req, res)
    if (!ticked) return
    const { person, writeUp, of } = ticked
    const pieces = ticked.pieces.filter(piece => of === '' || piece.loggedBy === of)
    const shared = pieces.filter(piece => piece.sharedWithGroupAt !== null && !piece.gap)
    if (shared.length === 0) throw new Conflict('None of these pieces can be asked for any more. Open the check again.')
    const authors = await inOne(db, trx => askAuthors(trx, writeUp, person, shared))
    await tell(
      db,
      res,
      `${listed(authors)} ${authors.length === 1 ? 'is' : 'are'} asked. It stands on their day until they answer.`,
    )
    backToCheck(res, writeUp, ticked)
  })

  routes.post('/write-ups/:writeUp/check/leaving-out', async (req, res) => {
    const ticked = await tickedPieces(house, req, res)
    if (!ticked) return
    const { person, writeUp, pieces } = ticked
    await inOne(db, trx => leaveOutPieces(trx, writeUp, person, pieces))
    await tell(
      db,
      res,
      `${inWords(pieces.map(numberOf))} left out. The text says so, and you can take them in again below.`,
    )
    backToCheck(res, writeUp, ticked)
  })

  routes.post('/write-ups/:writeUp/check/taking-in', async (req, res) => {
    const ticked = await tickedPieces(house, req, res)
    if (!ticked) return
    const { person, writeUp, pieces } = ticked
    await inOne(db, trx => takeInPieces(trx, writeUp, person, pieces))
    await tell(db, res, `${inWords(pieces.map(numberOf))} told again where the text speaks of them.`)
    backToCheck(res, writeUp, ticked)
  })

  return routes
}

/** `E3 and E7 are`, `40 pieces are` */
function inWords(numbers: string[]): string {
  const what = numbers.length > 8 ? plural(numbers.length, 'piece', 'pieces') : listed(numbers)
  return `${what} ${numbers.length === 1 ? 'is' : 'are'}`
}
