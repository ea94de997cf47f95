import type { Db, Trx } from '../database.js'
import { NotFound } from '../errors.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { record } from '../facts/facts.js'
import type { Reader } from '../names/reader.js'
import type { ConsentAudience } from '../reach/audiences.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { FormOfCopy } from './forms-of-copy.js'
import { gathered } from './gathering.js'
import { mayTakeCopies } from './permissions.js'
import type { Copy } from './tables.js'

/** The enquiry of a group that the person may copy; to everybody else its copies do not exist. @throws NotFound */
export async function findEnquiryToCopy(db: Db, person: Reader, groupId: string): Promise<Enquiry> {
  const enquiry = await findEnquiry(db, person, groupId)
  if (!mayTakeCopies(enquiry)) throw new NotFound('copy')
  return enquiry
}

/** A copy that somebody of the person's own group took, with the enquiry as it stands now. @throws NotFound */
export async function findCopy(db: Db, person: Reader, id: string): Promise<{ copy: Copy; enquiry: Enquiry }> {
  const copy = await db.selectFrom('copies').selectAll().where('id', '=', id).executeTakeFirst()
  if (!copy) throw new NotFound('copy')
  return { copy, enquiry: await findEnquiryToCopy(db, person, copy.groupId) }
}

/**
 * Notes that a copy is taken, of what and for whom, so that whoever takes consent back can be told of it.
 * @returns the copy; its bytes are made when it is fetched
 */
export async function takeCopy(
  trx: Trx,
  enquiry: Enquiry,
  person: Reader,
  { form, audience }: { form: FormOfCopy; audience: ConsentAudience },
): Promise<Copy> {
  const { pieces } = await gathered(trx, person, enquiry, audience)
  const copy: Copy = { id: newId(), groupId: enquiry.groupId, form, audience, takenAt: now(), takenBy: person.id }

  await trx.insertInto('copies').values(copy).execute()
  const rows = form === 'codebook' ? [] : pieces.map(piece => ({ copyId: copy.id, evidenceId: piece.id }))
  for (let from = 0; from < rows.length; from += 400)
    await trx
      .insertInto('copyPieces')
      .values(rows.slice(from, from + 400))
      .execute()
  const about = { networkId: enquiry.networkId, groupId: copy.groupId, aboutKind: 'copy', aboutId: copy.id }
  await record(trx, { kind: 'copy taken', by: person, ...about })

  return copy
}

/** The copies that were taken of a group's work, the newest first. */
export function copiesOf(db: Db, groupId: string, most = 50) {
  return db
    .selectFrom('copies')
    .innerJoin('people', 'people.id', 'copies.takenBy')
    .leftJoin('copyPieces', 'copyPieces.copyId', 'copies.id')
    .selectAll('copies')
    .select('people.name as takenByName')
    .select(eb => eb.fn.count<number>('copyPieces.evidenceId').as('pieces'))
    .where('copies.groupId', '=', groupId)
    .groupBy(['copies.id', 'people.name'])
    .orderBy('copies.takenAt', 'desc')
    .limit(most)
    .execute()
}
