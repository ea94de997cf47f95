import type { Request, Response } from 'express'
import { cookieNamed, cookieOptions, isHttps } from '../../people/sessions.js'
import { hashOfToken } from '../../web/new-id.js'

/*
 * Whoever answers by the link that all share, goes back and sends once more would count twice. Only their browser knows that they
 * have answered, by a cookie that ends with it and is the same for everybody; here nothing is kept.
 */

export function hasAnsweredHere(req: Request, res: Response, token: string): boolean {
  return cookieNamed(req, cookieFor(res, token)) !== undefined
}

export function noteAnswered(res: Response, token: string): void {
  res.cookie(cookieFor(res, token), 'yes', cookieOptions(res))
}

function cookieFor(res: Response, token: string): string {
  return `${isHttps(res) ? '__Host-' : ''}workbench-answered-${hashOfToken(token).slice(0, 12)}`
}
