import type { Request } from 'express'
import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { isStage, type Stage } from '../stages.js'
import { queried } from '../web/page-of.js'
import { type Enquiry, findEnquiry } from './enquiry.js'
import { mayReadStage } from './permissions.js'

/** The enquiry that an address asks for: the newest cycle, or an earlier one by `?cycle=1`. @throws NotFound */
export async function enquiryAsked(db: Db, person: Reader, req: Request<{ group: string }>): Promise<Enquiry> {
  const cycle = queried(req, 'cycle')
  if (cycle === '') return findEnquiry(db, person, req.params.group)
  if (!/^\d{1,3}$/.test(cycle)) throw new NotFound('cycle')
  return findEnquiry(db, person, req.params.group, Number(cycle))
}

/** The stage that an address asks for, where this person may read it. @throws NotFound */
export async function stageAsked(
  db: Db,
  person: Reader,
  req: Request<{ group: string; stage: string }>,
): Promise<{ enquiry: Enquiry; stage: Stage }> {
  const enquiry = await enquiryAsked(db, person, req)
  const { stage } = req.params
  if (!isStage(stage) || !mayReadStage(enquiry, stage)) throw new NotFound('stage')
  return { enquiry, stage }
}
