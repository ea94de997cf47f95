import { Router } from 'express'
import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { behindDoor } from '../mail/doors.js'
import { type LetterSort, lettersNotWantedBy, stopLetters } from '../mail/wishes.js'
import { show } from '../web/show.js'
import './pages.js'

/**
 * From a letter straight to its switch: one page, one press, without signing in. Opening the page stops nothing, because
 * post offices open the links of letters to look behind them.
 */
export function offRoutes(db: Db, sorts: LetterSort[]): Router {
  const routes = Router()

  async function found({ door, letter }: { door: string; letter: string }) {
    const sort = sorts.find(one => one.letter === letter)
    const person = await behindDoor(db, door)
    if (!sort || !person) throw new NotFound('page')
    return { sort, person, address: `/letters/off/${door}/${letter}` }
  }

  routes.get('/letters/off/:door/:letter', async (req, res) => {
    const { sort, person, address } = await found(req.params)
    const stopped = (await lettersNotWantedBy(db, person)).has(sort.letter)
    const { name, holds } = sort
    show(res, 'weekly-letter/off', { title: 'Stop these letters', name, holds, address, stopped })
  })

  routes.post('/letters/off/:door/:letter', async (req, res) => {
    const { sort, person, address } = await found(req.params)
    await stopLetters(db, person, sort.letter)
    res.redirect(303, address)
  })

  return routes
}
