import type { Reader } from '../names/reader.js'
import type { Db } from '../database.js'
import type { Document } from '../documents/document.js'
import { idFrom } from '../documents/headings.js'
import { inlineText } from '../documents/inline-text.js'
import { textOf, textOfBlocks } from '../documents/to-text.js'
import { aboutInCycles, afterTexts, cycleSearch, idsOfTexts } from '../enquiries/searching/cycles.js'
import { afterPieces } from '../evidence/logging/after-pieces.js'
import { readers, standingReaders } from '../reach/readers.js'
import { idsOf } from '../search/ids.js'
import { after } from '../search/renewals.js'
import { plainWords } from '../search/plain.js'
import { mayReadDraft } from '../write-ups/permissions.js'
import { draftToRead, submittedToRead } from './reading.js'
import { openSubmission } from './submitting/submissions.js'
import type { WriteUp } from '../write-ups/tables.js'
import { type FoundWriteUp, partText, writeUpAddress } from '../write-ups/write-ups.js'

/** The draft of a write-up, part by part: for the group, and for the facilitators who were invited to read it. */
export const writeUpSearch = cycleSearch({
  kind: 'write-up',
  one: 'write-up',
  many: 'write-ups',
  version: 1,
  renewals: [
    afterTexts(partText.kind),
    after(
      ['part of a write-up called', 'part of a write-up left out', 'part of a write-up taken in'],
      ({ aboutId }, db) => textsOfWriteUps(db, 'writeUps.id', aboutId),
    ),
  ],
  ids: idsOfTexts(partText.kind),
  rows: partsBy,
  entry: part => ({
    record: part.textId,
    title: part.heading,
    words: plainWords(part.body),
    day: part.savedAt,
    readers: [readers.member(part.groupId), readers.facilitator(part.groupId)],
    about: { group: part.groupId, by: part.savedBy },
  }),
  async found(part, enquiry, db, person) {
    if (!mayReadDraft(enquiry)) return undefined
    return {
      thing: `write-up ${part.id}`,
      record: part.textId,
      kind: 'write-up, draft',
      title: part.heading,
      words: enquiry.standing.member
        ? plainWords(part.body)
        : await wordsInDraft(db, person, { ...writeUpOf(part), enquiry }, part.heading),
      href: `${writeUpAddress(enquiry)}#${idFrom(part.heading)}`,
      day: part.savedAt,
      by: part.savedBy,
    }
  },
})

/** A facilitator reads the draft without the pieces that are not shared with them, so these cannot be found by their words. */
async function wordsInDraft(db: Db, person: Reader, writeUp: FoundWriteUp, heading: string): Promise<string> {
  const draft = await draftToRead(db, person, writeUp)
  const isHeading = (block: Document['parts'][number]) => block.kind === 'heading' && block.level === 2
  const from = draft.parts.findIndex(
    block => block.kind === 'heading' && isHeading(block) && inlineText(block.inlines) === heading,
  )
  if (from < 0) return ''
  const length = draft.parts.slice(from + 1).findIndex(isHeading)
  return textOfBlocks(draft.parts.slice(from + 1, length < 0 ? undefined : from + 1 + length))
}

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
    afterPieces(openWith),
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
    openOnes(db).where('writeUps.groupId', 'in', eb =>
      eb.selectFrom('evidence').select('groupId').where('id', 'in', some),
    ),
  )
}

function openOnes(db: Db) {
  return db
    .selectFrom('submissions')
    .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
    .select('submissions.id')
    .where('submissions.ofKind', '=', 'write-up')
    .where('approvedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('takenBackAt', 'is', null)
}

/** The write-ups that somebody comments on. */
export const aboutWriteUps = aboutInCycles(
  (db, ids) => db.selectFrom('writeUps').selectAll().where('id', 'in', ids).execute(),
  (_writeUp, enquiry) => (mayReadDraft(enquiry) ? { name: 'the write-up', page: writeUpAddress(enquiry) } : undefined),
)

/** The records of a group. */
export const ofGroup = {
  writeUp: (db: Db, groupId: string) => textsOfWriteUps(db, 'writeUps.groupId', groupId),
  submitted: async (db: Db, groupId: string) =>
    (await openOnes(db).where('writeUps.groupId', '=', groupId).execute()).map(row => row.id),
}

async function textsOfWriteUps(db: Db, by: 'writeUps.id' | 'writeUps.groupId', id: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('texts')
    .innerJoin('writeUpParts', 'writeUpParts.id', 'texts.owner')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .select('texts.id')
    .where('texts.kind', '=', partText.kind)
    .where(by, '=', id)
    .execute()
  return rows.map(row => row.id)
}

async function partsBy(db: Db, ids: string[]) {
  return db
    .selectFrom('texts')
    .innerJoin('writeUpParts', 'writeUpParts.id', 'texts.owner')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .selectAll('writeUps')
    .select(['texts.id as textId', 'texts.body', 'texts.savedAt', 'texts.savedBy', 'writeUpParts.heading'])
    .where('texts.id', 'in', ids)
    .where('texts.kind', '=', partText.kind)
    .where('texts.body', '<>', '')
    .where('writeUpParts.leftOutAt', 'is', null)
    .execute()
}

async function submissionsBy(db: Db, ids: string[]) {
  return db
    .selectFrom('submissions')
    .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
    .selectAll('writeUps')
    .select(['submissions.id as submissionId', 'submissions.submittedAt', 'submissions.submittedBy'])
    .where('submissions.id', 'in', ids)
    .where('submissions.ofKind', '=', 'write-up')
    .where('approvedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('takenBackAt', 'is', null)
    .execute()
}

async function submittedWords(db: Db, writeUp: WriteUp): Promise<string> {
  return textOf(
    (await submittedToRead(db, await openSubmission(db, { ofKind: 'write-up', ofId: writeUp.id }))).document,
  )
}

function writeUpOf({
  id,
  groupId,
  enquiryId,
  slug,
  title,
  begunAt,
  begunBy,
  listsAllAt,
  listsAllBy,
}: WriteUp): WriteUp {
  return { id, groupId, enquiryId, slug, title, begunAt, begunBy, listsAllAt, listsAllBy }
}
