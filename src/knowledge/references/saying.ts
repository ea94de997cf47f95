import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Stance } from '../../enquiries/stages/stage-fields.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutReferences } from './adding.js'
import type { ReferenceStance } from '../tables.js'
import type { Reference } from './references.js'

/** What one work does to the group's thinking in this cycle. A work may affirm one thing and challenge another. */
export async function sayOfReference(
  trx: Trx,
  enquiry: Enquiry,
  reference: Pick<Reference, 'id'>,
  person: Person,
  said: { stance: Stance; sentence: string },
): Promise<string> {
  const id = newId()

  await trx
    .insertInto('referenceStances')
    .values({
      id,
      referenceId: reference.id,
      enquiryId: enquiry.id,
      ...said,
      version: 1,
      saidAt: now(),
      saidBy: person.id,
    })
    .execute()
  await record(trx, { kind: 'stance said', by: person, ...aboutReferences(enquiry, reference.id), stance: id })

  return id
}

/** What the group said of a work in this cycle, to be mended. @throws NotFound */
export function findStance(
  db: Db,
  enquiry: Enquiry,
  reference: Pick<Reference, 'id'>,
  id: string,
): Promise<Pick<ReferenceStance, 'id' | 'referenceId'>> {
  return db
    .selectFrom('referenceStances')
    .select(['id', 'referenceId'])
    .where('id', '=', id)
    .where('referenceId', '=', reference.id)
    .where('enquiryId', '=', enquiry.id)
    .executeTakeFirstOrThrow(() => new NotFound('sentence'))
}

/** Says it in other words. @throws Conflict when somebody else did so meanwhile */
export async function saySomethingElse(
  trx: Trx,
  enquiry: Enquiry,
  { id, referenceId }: Pick<ReferenceStance, 'id' | 'referenceId'>,
  person: Person,
  { version, ...said }: { stance: Stance; sentence: string; version: number },
): Promise<void> {
  const changed = await trx
    .updateTable('referenceStances')
    .set({ ...said, version: version + 1, saidAt: now(), saidBy: person.id })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has changed this sentence since you opened it. Go back and read theirs first.')
  const deed = { by: person, ...aboutReferences(enquiry, referenceId), stance: id }
  await record(trx, { kind: 'stance said in other words', ...deed })
}

/** Takes one sentence out again. @throws Conflict when it is gone already */
export async function takeBackWords(
  trx: Trx,
  enquiry: Enquiry,
  { id, referenceId }: Pick<ReferenceStance, 'id' | 'referenceId'>,
  person: Person,
): Promise<void> {
  const gone = await trx.deleteFrom('referenceStances').where('id', '=', id).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new Conflict('Somebody took this out already.')
  await record(trx, { kind: 'stance taken out', by: person, ...aboutReferences(enquiry, referenceId), stance: id })
}
