import type { Db, Trx } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { record } from '../facts/facts.js'
import type { Reader } from '../names/reader.js'
import { newId, slugOf } from '../web/new-id.js'
import { now } from '../web/now.js'
import { composeWriteUp } from './composing.js'
import { type FoundWriteUp, aboutWriteUp, writeUpOf } from './write-ups.js'

/**
 * Begins the write-up of a cycle and composes it from what the group logged. Begun twice, it is the same write-up.
 * @param named title and address; left out, the title is the question and the address the group's name
 */
export async function beginWriteUp(
  trx: Trx,
  enquiry: Enquiry,
  person: Reader,
  named: { title?: string; slug?: string } = {},
): Promise<FoundWriteUp> {
  const there = await writeUpOf(trx, enquiry)
  if (there) return { ...there, enquiry }
  const cycle = enquiry.cycle > 1 ? `-cycle-${enquiry.cycle}` : ''
  const row = {
    id: newId(),
    groupId: enquiry.groupId,
    enquiryId: enquiry.id,
    slug: await freeSlug(trx, named.slug ?? `${slugOf(enquiry.groupName)}${cycle}`),
    title: named.title ?? enquiry.question,
    begunAt: now(),
    begunBy: person.id,
    listsAllAt: null,
    listsAllBy: null,
  }
  const writeUp = { ...row, enquiry }
  const added = await trx
    .insertInto('writeUps')
    .values(row)
    .onConflict(conflict => conflict.column('enquiryId').doNothing())
    .executeTakeFirst()
  if (!added.numInsertedOrUpdatedRows) return { ...(await writeUpOf(trx, enquiry))!, enquiry }
  await record(trx, { kind: 'write-up begun', by: person, ...aboutWriteUp(writeUp) })
  await composeWriteUp(trx, writeUp, person)
  return writeUp
}

async function freeSlug(db: Db, wanted: string): Promise<string> {
  const taken = await db.selectFrom('writeUps').select('id').where('slug', '=', wanted).executeTakeFirst()
  return taken ? `${wanted}-${newId(4)}` : wanted
}
