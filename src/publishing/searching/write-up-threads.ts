import { aboutInCycles } from '../../enquiries/searching/cycles.js'
import { mayReadDraft } from '../../write-ups/permissions.js'
import { writeUpAddress } from '../../write-ups/write-ups.js'

/** The write-ups that somebody comments on. */
export const aboutWriteUps = aboutInCycles(
  (db, ids) => db.selectFrom('writeUps').selectAll().where('id', 'in', ids).execute(),
  (_writeUp, enquiry) => (mayReadDraft(enquiry) ? { name: 'the write-up', page: writeUpAddress(enquiry) } : undefined),
)
