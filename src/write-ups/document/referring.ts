import type { Db, Trx } from '../../database.js'
import { type Citations, keysIn } from '../../documents/citations.js'
import type { Block } from '../../documents/document.js'
import { record } from '../../facts/facts.js'
import { citationsOf } from '../../knowledge/citing/citing.js'
import { harvard } from '../../knowledge/citing/harvard.js'
import { inListOrder, referencesOf, saidOf, type ListedReference } from '../../knowledge/references/references.js'
import { ownNames, unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { type FoundWriteUp, type PartWithText, aboutWriteUp } from '../write-ups.js'

/** How the list of references is headed. */
export const referencesHeading = 'What we read'

/** The published works of a write-up: how its texts name them, and the list in which they stand. */
export interface Works {
  citations: Citations
  /** An entry for each work, in the Harvard style; the texts lead to them. */
  entries: Block[]
}

/**
 * The works that these parts cite, and with them everything that was said something of in the cycle where the group
 * chose so. Letters such as 2011a are given within the list, so that no work is told apart from one that is not there.
 */
export async function worksOf(
  db: Db,
  writeUp: FoundWriteUp,
  parts: PartWithText[],
  references: ListedReference[],
): Promise<Works> {
  const said = writeUp.listsAllAt ? await saidOf(db, ownNames, { enquiryId: writeUp.enquiryId }) : []
  return worksAmong(
    references,
    parts.map(part => unread(part.text.body)),
    new Set(said.map(one => one.referenceId)),
  )
}

/** The works that texts of a group cite, as a document that leaves it names and lists them. */
export async function worksIn(db: Db, groupId: string, texts: string[]): Promise<Works> {
  return worksAmong(texts.some(text => keysIn(text).length > 0) ? await referencesOf(db, groupId) : [], texts)
}

/** @param marked ids of works that are listed too, cited or not */
function worksAmong(references: ListedReference[], texts: string[], marked = new Set<string>()): Works {
  const keys = new Set(texts.flatMap(keysIn).map(key => key.toLowerCase()))
  const listed = inListOrder(references.filter(one => keys.has(one.key.toLowerCase()) || marked.has(one.id)))
  return {
    citations: citationsOf(listed, one => `#${anchorOfReference(one)}`),
    entries: listed.map(one => ({
      kind: 'paragraph',
      id: anchorOfReference(one),
      inlines: harvard(one.work, one.letter),
    })),
  }
}

function anchorOfReference({ id }: { id: string }): string {
  return `reference-${id}`
}

/** Lists everything that the group said something of, or only what the write-up cites. */
export async function listReferences(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Person,
  which: 'all' | 'cited',
): Promise<void> {
  const all = which === 'all'
  await trx
    .updateTable('writeUps')
    .set({ listsAllAt: all ? now() : null, listsAllBy: all ? person.id : null })
    .where('id', '=', writeUp.id)
    .execute()
  await record(trx, { kind: 'references of a write-up chosen', by: person, ...aboutWriteUp(writeUp) })
}
