import express, { type RequestHandler } from 'express'
import { mayBringSlowly } from './connections.js'
import { mostBytesOfForm, mostBytesOfStrangers } from './form-size.js'

/**
 * Reads forms without files. People, also those whose session has just run out, can send the longest form that there is in
 * any script; somebody unknown much less. Nothing is unpacked: browsers send forms as they are, and what is packed could be
 * a bomb. What people upload may be longer on its way than any form.
 */
export function readForms(): RequestHandler {
  const upTo = (limit: number) => express.urlencoded({ extended: false, limit, parameterLimit: 500, inflate: false })
  const [ofPeople, ofStrangers] = [upTo(mostBytesOfForm), upTo(mostBytesOfStrangers)]
  return (req, res, next) => {
    if (res.locals.person && !req.is('application/x-www-form-urlencoded')) mayBringSlowly(req)
    ;(res.locals.person || res.locals.lapsedPersonId ? ofPeople : ofStrangers)(req, res, next)
  }
}
