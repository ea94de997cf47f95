import { type Request, Router } from 'express'
import type { Following } from '../facts/following.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { helpFound } from '../help/searching.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { limitsOf } from './asking/narrowing.js'
import { questionIn } from './asking/question.js'
import { bringUpToDate } from './keeping.js'
import type { FoundPlace } from './pages.js'
import { search } from './search.js'
import { hitsOnAPage, isAsked, searchIn, searchPage } from './search-page.js'
import type { Findable } from './searchables.js'

/** One box for everything that a person may see. @param pagesFound what the house itself has by that name */
export function searchRoutes(
  { db, log }: House,
  findable: Findable,
  following: Following,
  pagesFound: (person: Reader, q: string) => Promise<FoundPlace[]>,
): Router {
  const routes = Router()

  routes.get('/search', async (req, res) => {
    const person = signedIn(res)
    const q = wordsTyped(req)
    const asked = searchIn(req, q, questionIn(q))

    await following.promptly()
    const isComplete = await bringUpToDate(db, findable.searchables, { milliseconds: 250, log })
    const limits = await limitsOf(db, person, findable.directory, asked.question, asked.chosen)
    const upTo = { order: asked.order, page: asked.number, size: hitsOnAPage }
    const answer = isAsked(asked) ? await search(db, findable, person, asked.question, limits, upTo) : undefined
    const places = asked.number === 1 && !asked.isNarrowed ? await pagesFound(person, q) : []
    const help = asked.number === 1 && !asked.isNarrowed ? helpFound(q) : []
    const page = await searchPage(db, person, findable, req, asked, { answer, limits, isComplete, places, help })
    show(res, 'search/index', page)
  })

  return routes
}

/** As it was typed: whether a space follows the last word matters. */
function wordsTyped(req: Request): string {
  const value: unknown = req.query.q
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : ''
}
