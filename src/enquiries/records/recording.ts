import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import type { Judgement, LeverageName } from '../stages/stage-fields.js'

/**
 * What a group adds to its stages. Each remembers itself in the group's history, in the same transaction; the history is
 * read by more people than a draft stage, so it says that something was added and not what.
 */

export interface SchoolOfCard {
  schoolId: string
  name: string
  phase: string
  roll: number | null
}

/**
 * Adds the context card of a school; its four texts are then written on it as they are typed.
 * @param school phase and roll as they are now, so that the card still says so when they change.
 * @returns the card's id
 * @throws Conflict when the school has a card in this cycle already
 */
export async function addContextCard(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  school: SchoolOfCard,
): Promise<string> {
  const id = newId()

  const there = await trx
    .selectFrom('contextCards')
    .select('id')
    .where('enquiryId', '=', enquiry.id)
    .where('schoolId', '=', school.schoolId)
    .executeTakeFirst()
  if (there) throw new Conflict(`${school.name} has a context card already. Open it and write on it.`)
  const { schoolId, phase, roll } = school
  await trx
    .insertInto('contextCards')
    .values({ id, enquiryId: enquiry.id, schoolId, phase, roll, addedAt: now(), addedBy: person.id })
    .execute()
  const context = { by: person, ...aboutEnquiry(enquiry, 'stage', 'context') }
  await record(trx, { kind: 'context card begun', ...context, school: school.name })
  return id
}

/** Puts somebody on the expertise map: who already knows how to do this well, and how the group knows that. */
export async function addExpertise(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  entry: { who: string; schoolId: string | null; knowsHowTo: string; howWeKnow: string },
): Promise<string> {
  const id = newId()

  await trx
    .insertInto('expertise')
    .values({ id, enquiryId: enquiry.id, ...entry, addedAt: now(), addedBy: person.id })
    .execute()
  await record(trx, { kind: 'expertise added', by: person, ...aboutEnquiry(enquiry, 'stage', 'context'), record: id })

  return id
}

export interface JudgedLeverage {
  test: LeverageName
  judgement: Judgement
  because: string
}

/** Judges the question by one of its four leverage tests; a later judgement takes the place of an earlier one. */
export async function judgeLeverage(trx: Trx, enquiry: Enquiry, person: Person, test: JudgedLeverage): Promise<void> {
  const judged = { judgement: test.judgement, because: test.because, judgedAt: now(), judgedBy: person.id }

  await trx
    .insertInto('leverageTests')
    .values({ enquiryId: enquiry.id, test: test.test, ...judged })
    .onConflict(conflict => conflict.columns(['enquiryId', 'test']).doUpdateSet(judged))
    .execute()
  await record(trx, { kind: 'leverage tested', by: person, ...aboutEnquiry(enquiry, 'stage', 'purpose') })
}

/** Adds one thing that would count as success, and how the group would know. */
export async function addSuccessSign(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  sign: { sign: string; howWeWouldKnow: string },
): Promise<string> {
  const id = newId()

  await trx
    .insertInto('successSigns')
    .values({ id, enquiryId: enquiry.id, ...sign, addedAt: now(), addedBy: person.id })
    .execute()
  await record(trx, {
    kind: 'success sign added',
    by: person,
    ...aboutEnquiry(enquiry, 'stage', 'purpose'),
    record: id,
  })

  return id
}

/** What may be taken out of a stage again, by the word of its address. */
export const removable = {
  expertise: { table: 'expertise', stage: 'context', kind: 'expertise taken out' },
  'success-signs': { table: 'successSigns', stage: 'purpose', kind: 'success sign taken out' },
} as const
export type Removable = keyof typeof removable

/** Takes one of these records out again. @throws Conflict when it is gone already */
export async function takeOut(trx: Trx, enquiry: Enquiry, person: Person, what: Removable, id: string): Promise<void> {
  const { table, stage, kind } = removable[what]

  const gone = await trx.deleteFrom(table).where('id', '=', id).where('enquiryId', '=', enquiry.id).executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new Conflict('Somebody took this out already.')
  await record(trx, { kind, by: person, ...aboutEnquiry(enquiry, 'stage', stage), record: id })
}

/** What a fact about this enquiry is about. */
export function aboutEnquiry(enquiry: Enquiry, aboutKind: string, aboutId: string) {
  return { networkId: enquiry.networkId, groupId: enquiry.groupId, aboutKind, aboutId }
}
