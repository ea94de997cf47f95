import type { Request, Response } from 'express'
import type { Db } from '../database.js'
import { allow } from '../errors.js'
import type { Reader } from '../names/reader.js'
import { signedIn } from '../web/signed-in.js'
import { type Enquiry, findEnquiry } from './enquiry.js'
import { mayWriteStages } from './permissions.js'

/** The enquiry of an address, for whoever may write in its stages. @throws NotFound, NotAllowed */
export async function enquiryToWrite(
  db: Db,
  req: Request<{ group: string }>,
  res: Response,
): Promise<{ person: Reader; enquiry: Enquiry }> {
  const person = signedIn(res)
  const enquiry = await findEnquiry(db, person, req.params.group)
  allow(mayWriteStages(enquiry))
  return { person, enquiry }
}
