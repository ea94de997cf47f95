import type { Db } from '../../database.js'
import { textOf } from '../../documents/to-text.js'
import { cycleSearch } from '../../enquiries/searching/cycles.js'
import { afterPieces } from '../../evidence/logging/after-pieces.js'
import { standingReaders } from '../../reach/readers.js'
import { idsOf } from '../../search/ids.js'
import { after } from '../../search/renewals.js'
import type { WriteUp } from '../../write-ups/tables.js'
import { submittedToRead } from '../reading.js'
import { openSubmission, openSubmissions } from '../submitting/submissions.js'

/** What a group has submitted and nobody has answered yet: for everybody who stands in some relation to it. */
export const submittedSearch = cycleSearch({
  kind: 'submitted-write-up',
  one: 'submitted write-up',
  many: 'submitted write-ups',
  version: 1,
  renewals: [
    after(
      ['submitted', 'submission returned', 'submission taken back', 'edition published'],
      ({ aboutKind, aboutId }, db) => (aboutKind === 'write-up' ? submissionsOf(db, aboutId) : []),
    ),
    ...afterPieces(openWith),
  ],
  async ids(db, after, most) {
    const rows = await db
      .selectFrom('submissions')
      .select('id')
      .where('ofKind', '=', 'write-up')
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(row => row.id)
  },
  rows: submissionsBy,
  entry: async (one, cycle, _opened, db) => ({
    record: one.submissionId,
    title: one.title,
    words: await submittedWords(db, one),
    day: one.submittedAt,
    readers: standingReaders(cycle),
    about: { group: one.groupId, by: one.submittedBy },
  }),
  found: async (one, _enquiry, db) => ({
    thing: `write-up ${one.id}`,
    record: one.submissionId,
    kind: 'write-up, submitted',
    title: one.title,
    words: await submittedWords(db, one),
    href: `/write-ups/${one.id}/submission`,
    day: one.submittedAt,
    by: one.submittedBy,
  }),
})

/** What of a group waits for an answer. */
export async function submittedOfGroup(db: Db, groupId: string): Promise<string[]> {
  const rows = await openOnes(db).select('submissions.id').where('writeUps.groupId', '=', groupId).execute()
  return rows.map(row => row.id)
}

async function submissionsOf(db: Db, writeUpId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('submissions')
    .select('id')
    .where('ofKind', '=', 'write-up')
    .where('ofId', '=', writeUpId)
    .execute()
  return rows.map(row => row.id)
}

/** Each submission of their groups that waits, when pieces may be shown to fewer people than before. */
function openWith(db: Db, pieces: string[]): Promise<string[]> {
  return idsOf(pieces, some =>
    openOnes(db)
      .select('submissions.id')
      .where('writeUps.groupId', 'in', eb => eb.selectFrom('evidence').select('groupId').where('id', 'in', some)),
  )
}

/** Submitted write-ups that nobody has answered yet. */
function openOnes(db: Db) {
  return openSubmissions(db)
    .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
    .where('submissions.ofKind', '=', 'write-up')
}

async function submissionsBy(db: Db, ids: string[]) {
  return openOnes(db)
    .selectAll('writeUps')
    .select(['submissions.id as submissionId', 'submissions.submittedAt', 'submissions.submittedBy'])
    .where('submissions.id', 'in', ids)
    .execute()
}

async function submittedWords(db: Db, writeUp: WriteUp): Promise<string> {
  const submission = await openSubmission(db, { ofKind: 'write-up', ofId: writeUp.id })
  return textOf((await submittedToRead(db, submission)).document)
}
