import type { RequestHandler } from 'express'
import { holdBack } from '../web/limits/holding-back.js'
import type { Following } from './following.js'

/**
 * Whoever changes something is answered when what must follow at once has followed: a picture that was erased is in no
 * drawn PDF any more, and a withdrawal stands in its journal. What may take its time (letters) is not waited for.
 */
export function followBeforeAnswering(following: Following): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') holdBack(res, () => following.promptly())
    next()
  }
}
