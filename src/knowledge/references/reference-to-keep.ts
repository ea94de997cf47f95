import type { Request, Response } from 'express'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { allow, NotAllowed } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { signedIn } from '../../web/signed-in.js'
import { mayKeepReferences, maySayWhatItDoes } from '../permissions.js'
import { findReference, type FoundReference } from './references.js'

interface Kept {
  person: Reader
  reference: FoundReference
  /** Where the group that keeps it stands now. */
  enquiry: Enquiry
}

/** The reference of an address, for whoever may change it. @throws NotFound, NotAllowed */
export async function referenceToKeep(db: Db, req: Request<{ reference: string }>, res: Response): Promise<Kept> {
  const person = signedIn(res)
  const reference = await findReference(db, person, req.params.reference)
  const { enquiry } = reference
  if (!enquiry) throw new NotAllowed()
  allow(mayKeepReferences(enquiry))
  return { person, reference, enquiry }
}

/** The reference of an address, for whoever may say what it does in this cycle. @throws NotFound, NotAllowed */
export async function referenceToSay(db: Db, req: Request<{ reference: string }>, res: Response): Promise<Kept> {
  const kept = await referenceToKeep(db, req, res)
  allow(maySayWhatItDoes(kept.enquiry), 'The cycle has finished, so what was said in it stays as it is.')
  return kept
}
