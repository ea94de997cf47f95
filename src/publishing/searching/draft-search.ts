import type { Db } from '../../database.js'
import { written } from '../../names/written.js'
import type { Block } from '../../documents/document.js'
import { idFrom } from '../../documents/headings.js'
import { inlineText } from '../../documents/inline-text.js'
import { textOfBlocks } from '../../documents/to-text.js'
import { afterTexts, cycleSearch, idsOfTexts } from '../../enquiries/searching/cycles.js'
import type { Reader } from '../../names/reader.js'
import { readers } from '../../reach/readers.js'
import { plainWords } from '../../search/plain.js'
import { after } from '../../search/renewals.js'
import { mayReadDraft } from '../../write-ups/permissions.js'
import type { WriteUp } from '../../write-ups/tables.js'
import { type FoundWriteUp, partText, writeUpAddress } from '../../write-ups/write-ups.js'
import { draftToRead } from '../reading.js'

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
        : await wordsInDraft(db, person, { ...withoutThePart(part), enquiry }, part.heading),
      href: `${writeUpAddress(enquiry)}#${idFrom(part.heading)}`,
      day: part.savedAt,
      by: part.savedBy,
    }
  },
})

/** A facilitator reads the draft without the pieces that are not shared with them, so these cannot be found by their words. */
async function wordsInDraft(db: Db, person: Reader, writeUp: FoundWriteUp, heading: string): Promise<string> {
  const draft = await draftToRead(db, person, writeUp)
  const isHeading = (block: Block) => block.kind === 'heading' && block.level === 2
  const from = draft.parts.findIndex(
    block => block.kind === 'heading' && isHeading(block) && inlineText(block.inlines) === heading,
  )
  if (from < 0) return ''
  const length = draft.parts.slice(from + 1).findIndex(isHeading)
  return textOfBlocks(draft.parts.slice(from + 1, length < 0 ? undefined : from + 1 + length))
}

/** The parts of the write-ups of a group, by the ids of their texts. */
export function draftsOfGroup(db: Db, groupId: string): Promise<string[]> {
  return textsOfWriteUps(db, 'writeUps.groupId', groupId)
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
    .where('texts.body', '<>', written(''))
    .where('writeUpParts.leftOutAt', 'is', null)
    .execute()
}

/** The row of the write-up alone, where a row of its part was joined to it. */
function withoutThePart({
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
