import type { RequestHandler } from 'express'
import type { House } from '../../house.js'
import { isScript } from '../../web/answering-scripts.js'
import { pageBefore } from '../../web/page-before.js'
import { keepWords } from '../kept-forms/keeping-words.js'

/** What is open meanwhile: the step itself, the way out, and what is open to everybody. */
const open =
  /^\/(account\/second-step|account\/sign-out-everywhere|sign-in|sign-out|password-resets|forgotten-password|help|privacy|accessibility|about)(\/|$)/

/**
 * Whoever came in by a password, and holds a role that reaches far, is led to the second step before any other page. What was
 * sent meanwhile, from a page of an earlier visit, is kept for them.
 */
export function secondStepFirst(house: House): RequestHandler {
  return async (req, res, next) => {
    const { person, secondStepWaits } = res.locals
    if (!person || !secondStepWaits || open.test(req.path)) return next()
    if (isScript(req)) {
      req.resume()
      return void res.status(401).json({ message: 'Set up your second step to go on.' })
    }
    const isGet = req.method === 'GET' || req.method === 'HEAD'
    const kept = isGet ? null : await keepWords(house, req, res, person.id)
    const on = kept ? `/kept-forms/${kept}` : isGet ? req.originalUrl : pageBefore(req, res)
    res.redirect(303, `/account/second-step?next=${encodeURIComponent(on)}`)
  }
}
