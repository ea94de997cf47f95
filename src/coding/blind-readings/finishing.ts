import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { makePassage } from '../../evidence/readable-texts/passages.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutCodebook } from '../codebook/keeping-codes.js'
import type { BlindReading } from '../tables.js'
import { differencesIn } from './agreement.js'
import { type FoundBlindReading, isGoingOn } from './blind-readings.js'
import { textsRead } from './texts-read.js'

/** One of the two says that they are done; when both have, the two readings are laid side by side and stay as they are. */
export async function sayDone(trx: Trx, { id }: FoundBlindReading, person: Reader): Promise<{ compared: boolean }> {
  const reading = await trx.selectFrom('blindReadings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (!isGoingOn(reading)) throw new Conflict('This blind reading is over already.')
  const mine = person.id === reading.secondReader ? 'secondDoneAt' : 'firstDoneAt'
  const done = { ...reading, [mine]: reading[mine] ?? now() }
  await trx
    .updateTable('blindReadings')
    .set({ [mine]: done[mine] })
    .where('id', '=', id)
    .execute()
  if (!done.firstDoneAt || !done.secondDoneAt) return { compared: false }
  await trx.updateTable('blindReadings').set({ comparedAt: now() }).where('id', '=', id).execute()
  await keepFirstReading(trx, reading)
  await keepDifferences(trx, reading, person)
  const group = await trx
    .selectFrom('groups')
    .select(['id as groupId', 'networkId'])
    .where('id', '=', reading.groupId)
    .executeTakeFirstOrThrow()
  await record(trx, { kind: 'blind reading finished', by: person, ...aboutCodebook(group, id) })
  return { compared: true }
}

/** Not done after all, as long as the other is not either. */
export async function takeDoneBack(trx: Trx, { id }: FoundBlindReading, person: Reader): Promise<void> {
  const reading = await trx.selectFrom('blindReadings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (!isGoingOn(reading)) throw new Conflict('Both of you were done, and the readings are compared.')
  const mine = person.id === reading.secondReader ? 'secondDoneAt' : 'firstDoneAt'
  await trx
    .updateTable('blindReadings')
    .set({ [mine]: null })
    .where('id', '=', id)
    .execute()
}

/** Ends it without comparing. The second reader sees everything again; what they coded blind is kept by nobody's count. */
export async function stopBlindReading(db: Db, { id }: FoundBlindReading, person: Reader): Promise<void> {
  await db
    .updateTable('blindReadings')
    .set({ stoppedAt: now(), stoppedBy: person.id })
    .where('id', '=', id)
    .where('comparedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .execute()
}

/** The first reading is what the group has coded, without what the second reader coded openly themselves. */
async function keepFirstReading(trx: Trx, reading: BlindReading): Promise<void> {
  const codings = await trx
    .selectFrom('codings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.evidenceId', 'codings.evidenceId')
    .innerJoin('blindReadingCodes', 'blindReadingCodes.codeId', 'codings.codeId')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .selectAll('codings')
    .where('blindReadingPieces.readingId', '=', reading.id)
    .where('blindReadingCodes.readingId', '=', reading.id)
    .where('codings.readingId', 'is', null)
    .where('codings.removedAt', 'is', null)
    .where('codings.madeBy', '<>', reading.secondReader)
    .where('passages.lostAt', 'is', null)
    .execute()
  for (const coding of codings)
    await trx
      .insertInto('codings')
      .values({ ...coding, id: newId(), readingId: reading.id, reader: 'first' })
      .execute()
}

async function keepDifferences(trx: Trx, reading: BlindReading, person: Reader): Promise<void> {
  const codes = await trx.selectFrom('blindReadingCodes').select('codeId').where('readingId', '=', reading.id).execute()
  const texts = await textsRead(trx, reading)
  for (const { row, read } of texts)
    for (const found of differencesIn(
      read,
      codes.map(one => one.codeId),
    )) {
      const passage = await makePassage(trx, row, found, person)
      const id = newId()
      await trx
        .insertInto('differences')
        .values({
          ...{ id, readingId: reading.id, evidenceId: found.evidenceId, passageId: passage.id },
          ...{ resolution: null, resolvedAt: null, resolvedBy: null },
        })
        .execute()
      const used = [
        ...found.onlyFirst.map(codeId => ({ differenceId: id, codeId, usedBy: 'first' as const })),
        ...found.onlySecond.map(codeId => ({ differenceId: id, codeId, usedBy: 'second' as const })),
      ]
      await trx.insertInto('differenceCodes').values(used).execute()
    }
}
