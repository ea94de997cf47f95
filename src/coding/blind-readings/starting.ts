import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { personById } from '../../people/people.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutCodebook } from '../codebook/keeping-codes.js'

export interface NewBlindReading {
  secondReader: string
  why: string
  pieces: string[]
  codes: string[]
}

/**
 * Starts a blind reading: from now on the second reader sees none of the group's codings in these pieces, until both are
 * done. The first reading is what the group has coded; whoever starts it answers for it.
 * @param values.pieces pieces shared with the group that the starter may read
 * @throws Conflict when the second reader is reading one of them blind already, or is not in the group
 */
export async function startBlindReading(
  trx: Trx,
  enquiry: Enquiry,
  person: Reader,
  values: NewBlindReading,
): Promise<string> {
  if (values.secondReader === person.id)
    throw new Conflict('Whoever starts it answers for the first reading, so somebody else has to read blind.')

  const second = await personById(trx, values.secondReader)
  if (!second?.isVolunteerIn(enquiry.groupId)) throw new Conflict('The second reader has to be in the group.')
  await readsNoneOfThemYet(trx, second, values.pieces)
  const id = newId()
  await trx
    .insertInto('blindReadings')
    .values({
      id,
      groupId: enquiry.groupId,
      number: await nextBlindReadingNumber(trx, enquiry.groupId),
      why: values.why,
      firstReader: person.id,
      secondReader: second.id,
      startedAt: now(),
      startedBy: person.id,
      ...{ firstDoneAt: null, secondDoneAt: null, comparedAt: null, stoppedAt: null, stoppedBy: null },
    })
    .execute()
  const pieces = values.pieces.map(evidenceId => ({ readingId: id, evidenceId }))
  await trx.insertInto('blindReadingPieces').values(pieces).execute()
  const codes = values.codes.map(codeId => ({ readingId: id, codeId }))
  await trx.insertInto('blindReadingCodes').values(codes).execute()
  await record(trx, { kind: 'blind reading started', by: person, ...aboutCodebook(enquiry, id) })
  return id
}

async function readsNoneOfThemYet(trx: Trx, second: Reader, pieces: string[]): Promise<void> {
  const other = await trx
    .selectFrom('blindReadings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.readingId', 'blindReadings.id')
    .select('blindReadings.number')
    .where('blindReadings.secondReader', '=', second.id)
    .where('blindReadingPieces.evidenceId', 'in', pieces)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .executeTakeFirst()
  if (other)
    throw new Conflict(
      `${second.name} is reading some of these pieces blind already, in blind reading ${other.number}.`,
    )
}

async function nextBlindReadingNumber(trx: Trx, groupId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('blindReadings')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

/** Pieces with words that the whole group may read, the newest first. */
export async function piecesToReadBlind(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
): Promise<{ id: string; number: number; title: string }[]> {
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('readableTexts')
          .select('readableTexts.id')
          .whereRef('readableTexts.evidenceId', '=', 'evidence.id')
          .where('readableTexts.replacedAt', 'is', null)
          .where('readableTexts.words', '<>', ''),
      ),
    )
    .orderBy('evidence.number', 'desc')
    .execute()
  return enquiry.names.read(rows)
}
