import type { RequestHandler } from 'express'
import type { House } from '../house.js'

/** Sends somebody who is not signed in to the sign-in page, and back to where they were going afterwards. */
export function signInFirst(_house: House): RequestHandler {
  return (req, res) => {
    if (req.accepts(['html', 'json']) === 'json') return void res.status(401).json({ message: 'Sign in to go on.' })
    const next = req.method === 'GET' ? req.originalUrl : '/'
    res.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`)
  }
}
