import { sql } from 'kysely'
import { aboutInCycles } from '../../enquiries/searching/cycles.js'
import { openSubmissions } from '../submitting/submissions.js'
import { mayReadDraft } from '../../write-ups/permissions.js'
import { addressOf, writeUpAddress } from '../../write-ups/write-ups.js'

/** The write-ups that somebody comments on: the group on its draft, facilitators on what waits for an answer. */
export const aboutWriteUps = aboutInCycles(
  (db, ids) =>
    db
      .selectFrom('writeUps')
      .selectAll()
      .select(
        openSubmissions(db)
          .select('submissions.id')
          .where('submissions.ofKind', '=', 'write-up')
          .whereRef('submissions.ofId', '=', sql.ref('writeUps.id'))
          .limit(1)
          .as('submitted'),
      )
      .where('id', 'in', ids)
      .execute(),
  (writeUp, enquiry) => {
    if (mayReadDraft(enquiry)) return { name: 'the write-up', page: writeUpAddress(enquiry) }
    return writeUp.submitted && enquiry.standing.facilitator
      ? { name: 'the write-up', page: `${addressOf(writeUp)}/submission` }
      : undefined
  },
)
