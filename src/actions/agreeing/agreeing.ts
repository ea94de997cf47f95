import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { FoundAction } from '../actions.js'
import { aboutAction } from '../as-fact.js'
import { type HoldsSchools, schoolsHeld } from '../schools/holding.js'
import { bringSchoolsIn, takeSchoolOff } from '../schools/schools.js'

export interface AgreedAction {
  action: string
  expectedEffect: string
  /** One step a line. */
  steps?: string
  /** Who does it, and where. */
  who?: string
  startsOn?: string | null
  endsOn?: string | null
  /** The schools that will try it. */
  schools?: string[]
}

/**
 * Agrees an action in the enquiry's cycle; its number is the next one of the group, and is never used again.
 * Until it is shared it is read by those around the group who work with it (permissions.ts).
 */
export async function agreeAction(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  { schools = [], ...values }: AgreedAction,
): Promise<FoundAction> {
  const action = {
    steps: '',
    who: '',
    startsOn: null,
    endsOn: null,
    ...values,
    id: newId(),
    groupId: enquiry.groupId,
    enquiryId: enquiry.id,
    number: await nextNumber(trx, enquiry.groupId),
    agreedAt: now(),
    agreedBy: person.id,
    sharedAt: null,
    sharedBy: null,
    completedAt: null,
    completedBy: null,
    removedAt: null,
    removedBy: null,
    carriedFrom: null,
    version: 1,
  }
  await trx.insertInto('actions').values(action).execute()
  await bringSchoolsIn(trx, action.id, schools, person)
  const found = { ...action, enquiry }
  await record(trx, { kind: 'action agreed', by: person, ...aboutAction(found) })
  return found
}

/** The number that the group’s next action has. */
export async function nextNumber(trx: Trx, groupId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('actions')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export interface RevisedAction extends AgreedAction {
  /** The version that the words were written upon; left out, nothing is compared. */
  version?: number
  /** Schools that will not try it after all. */
  unticked?: string[]
}

/**
 * Changes what an action says, and which schools try it.
 * @param holds what keeps a school on the action although it was unticked
 * @returns the unticked schools that stay, by their ids; undefined, and nothing is changed, when somebody else has changed
 * the action meanwhile.
 */
export async function reviseAction(
  trx: Trx,
  action: FoundAction,
  person: Person,
  { schools = [], unticked = [], version, ...values }: RevisedAction,
  holds: HoldsSchools[],
): Promise<string[] | undefined> {
  const changed = await trx
    .updateTable('actions')
    .set(eb => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', action.id)
    .$if(version !== undefined, query => query.where('version', '=', version!))
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return undefined
  await bringSchoolsIn(trx, action.id, schools, person)
  const held = await schoolsHeld(holds, trx, action.id)
  for (const id of unticked) if (!held.has(id)) await takeSchoolOff(trx, action, id, person, holds)
  await record(trx, { kind: 'action revised', by: person, ...aboutAction(action) })
  return unticked.filter(id => held.has(id))
}
