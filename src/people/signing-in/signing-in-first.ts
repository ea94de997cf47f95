import type { Request, RequestHandler, Response } from 'express'
import type { House } from '../../house.js'
import { isScript } from '../../web/answering-scripts.js'
import { pageBefore } from '../../web/page-before.js'
import { keepWords } from '../kept-forms/keeping-words.js'

/**
 * Sends somebody who is not signed in to the sign-in page, and back to where they were going afterwards. What they had
 * typed before their session ran out is kept for them. A script gets 401: its page still has the words.
 */
export function signInFirst(house: House): RequestHandler {
  return (req, res, next) => {
    if (isScript(req)) {
      req.resume()
      return void res.status(401).json({ message: 'Sign in to go on.' })
    }
    goAndSignIn(house, req, res).catch(next)
  }
}

async function goAndSignIn(house: House, req: Request, res: Response): Promise<void> {
  const isGet = req.method === 'GET' || req.method === 'HEAD'
  const kept = isGet ? null : await keepWords(house, req, res, res.locals.lapsedPersonId)
  const next = kept ? `/kept-forms/${kept}` : isGet ? req.originalUrl : pageBefore(req, res)
  res.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`)
}
