import type { Request, Response } from 'express'
import type { Db } from '../database.js'
import { allow } from '../errors.js'
import type { Person } from '../people/person.js'
import { signedIn } from '../web/signed-in.js'
import { type Enquiry, findEnquiry } from './enquiry.js'

/** The enquiry of an address, for whoever keeps its course. @throws NotFound, or NotAllowed with a sentence */
export async function keeping(
  db: Db,
  req: Request<{ group: string }>,
  res: Response,
  may: (enquiry: Enquiry) => boolean,
): Promise<{ person: Person; enquiry: Enquiry }> {
  const person = signedIn(res)
  const enquiry = await findEnquiry(db, person, req.params.group)
  allow(may(enquiry), 'The lead learner of the group does this, while the cycle is open.')
  return { person, enquiry }
}
