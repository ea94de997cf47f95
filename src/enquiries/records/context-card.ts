import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { type Enquiry, findEnquiryById } from '../enquiry.js'
import { mayReadStage } from '../permissions.js'
import { aboutEnquiry, type SchoolOfCard } from './recording.js'
import { type CardOfSchool, contextCardsOf } from './records.js'

/** A school's context card with the enquiry it is in. @throws NotFound unless the reader may read the context stage */
export async function findContextCard(
  db: Db,
  person: Reader,
  id: string,
): Promise<{ card: CardOfSchool; enquiry: Enquiry }> {
  const row = await db.selectFrom('contextCards').select('enquiryId').where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('context card')
  const enquiry = await findEnquiryById(db, person, row.enquiryId)
  const card = (await contextCardsOf(db, enquiry)).find(one => one.id === id)
  if (!card || !mayReadStage(enquiry, 'context')) throw new NotFound('context card')
  return { card, enquiry }
}

/** A school that takes part, as its card describes it when it is begun. @throws Conflict when it takes part no more */
export async function schoolTakingPart(db: Db, enquiry: Enquiry, schoolId: string): Promise<SchoolOfCard> {
  const school = enquiry.schoolIds.includes(schoolId)
    ? await db
        .selectFrom('schools')
        .select(['id as schoolId', 'name', 'phase', 'roll'])
        .where('id', '=', schoolId)
        .executeTakeFirst()
    : undefined
  if (!school) throw new Conflict('That school does not take part any more. Open the stage again.')
  return school
}

/** Mends a card's phase and roll. @throws Conflict when somebody mended them since they were read */
export async function mendCardFacts(
  trx: Trx,
  { card, enquiry }: { card: CardOfSchool; enquiry: Enquiry },
  person: Reader,
  facts: { phase: string; roll: number | null },
): Promise<void> {
  const mended = await trx
    .updateTable('contextCards')
    .set(facts)
    .where('id', '=', card.id)
    .where('phase', '=', card.phase)
    .where('roll', 'is', card.roll)
    .executeTakeFirst()
  if (mended.numUpdatedRows === 0n) throw new Conflict('Somebody changed this card meanwhile.')
  await record(trx, {
    kind: 'context card mended',
    by: person,
    ...aboutEnquiry(enquiry, 'stage', 'context'),
    school: card.school,
  })
}
