import type { RequestHandler } from 'express'
import { NotFound, Refusal } from '../../errors.js'

/** How pages are asked for and forms are sent. */
const ofPages = ['GET', 'HEAD', 'POST']
/** An upload in parts is also changed and given up; which ways there are is asked by no page of ours (src/web/same-site.ts). */
const known = [...ofPages, 'PATCH', 'DELETE', 'OPTIONS']

/** A method that the workbench never uses is refused at every address alike, so that the answer does not tell what is there. */
export const knownMethods: RequestHandler = (req, res, next) =>
  known.includes(req.method) ? next() : next(notAllowed(res))

/** No room has answered: there is nothing here, or no page is asked in this way. */
export const nothingHere: RequestHandler = (req, res, next) =>
  next(ofPages.includes(req.method) ? new NotFound() : notAllowed(res))

function notAllowed(res: Parameters<RequestHandler>[1]): Refusal {
  res.set('Allow', ofPages.join(', '))
  return new Refusal(
    405,
    'That cannot be done in this way',
    'Pages here are opened, and forms are sent. Nothing else is done at this address.',
  )
}
