import type { Request, RequestHandler, Response } from 'express'
import type { House } from '../../house.js'
import { isScript } from '../../web/answering-scripts.js'
import { localPath } from '../../web/local-path.js'
import { pageBefore } from '../../web/page-before.js'
import { keepForm, mayKeep } from '../kept-forms/kept-forms.js'
import { wordsOfForm } from '../kept-forms/words-of-a-form.js'

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
  const kept = isGet ? null : await keep(house, req, res)
  const next = kept ? `/kept-forms/${kept}` : isGet ? req.originalUrl : pageBefore(req, res)
  res.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`)
}

async function keep({ db, log }: House, req: Request, res: Response): Promise<string | null> {
  const personId = res.locals.lapsedPersonId
  const address = localPath(req.originalUrl, '')
  if (!personId || !address || !mayKeep(address)) {
    req.resume()
    return null
  }
  try {
    return await keepForm(db, personId, address, await wordsOfForm(req, res))
  } catch (error) {
    req.resume()
    log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'a form could not be kept')
    return null
  }
}
