import type { Request } from 'express'
import { NotFound } from '../errors.js'
import { queried } from '../web/page-of.js'

/** Which cycle's list was asked for by `?cycle=1`; undefined means the one that the group is on. @throws NotFound */
export function cycleAsked(req: Request): number | undefined {
  const asked = queried(req, 'cycle')
  if (!asked) return undefined
  if (!/^[1-9]\d{0,3}$/.test(asked)) throw new NotFound('cycle')
  return Number(asked)
}
