import type { Request } from 'express'
import type { Db } from '../database.js'
import { enquiryAsked } from '../enquiries/asked.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { NotFound } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { mayReadKnowledge } from './permissions.js'

/** The enquiry whose list of references an address asks for, where this person may read it. @throws NotFound */
export async function listAsked(db: Db, person: Reader, req: Request<{ group: string }>): Promise<Enquiry> {
  const enquiry = await enquiryAsked(db, person, req)
  if (!mayReadKnowledge(enquiry)) throw new NotFound('list of references')
  return enquiry
}
