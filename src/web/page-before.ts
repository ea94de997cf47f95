import type { Request, Response } from 'express'
import { localPath } from './local-path.js'

/** The page that held the form, where it was one of ours. */
export function pageBefore(req: Request, res: Response): string {
  const house = `${String(res.app.locals.baseUrl)}/`
  const before = req.get('referer') ?? ''
  return before.startsWith(house) ? localPath(before.slice(house.length - 1)) : '/'
}
