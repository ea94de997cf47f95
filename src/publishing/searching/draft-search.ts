import type { Db } from '../../database.js'
import { written } from '../../names/written.js'
import { idFrom } from '../../documents/headings.js'
import { afterTexts, cycleSearch, idsOfTexts } from '../../enquiries/searching/cycles.js'
import { readers } from '../../reach/readers.js'
import { plainWords } from '../../search/plain.js'
import { after } from '../../search/renewals.js'
import { mayReadDraft } from '../../write-ups/permissions.js'
import { partText, writeUpAddress } from '../../write-ups/write-ups.js'

/** The draft of a write-up, part by part: for the group. */
export const writeUpSearch = cycleSearch({
  kind: 'write-up',
  one: 'write-up',
  many: 'write-ups',
  version: 2,
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
    readers: [readers.member(part.groupId)],
    about: { group: part.groupId, by: part.savedBy },
  }),
  found(part, enquiry) {
    if (!mayReadDraft(enquiry)) return undefined
    return {
      thing: `write-up ${part.id}`,
      record: part.textId,
      kind: 'write-up, draft',
      title: part.heading,
      words: plainWords(part.body),
      href: `${writeUpAddress(enquiry)}#${idFrom(part.heading)}`,
      day: part.savedAt,
      by: part.savedBy,
    }
  },
})

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
