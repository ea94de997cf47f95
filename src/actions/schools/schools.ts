import type { Db, Trx } from '../../database.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { FoundAction } from '../actions.js'
import { aboutAction } from '../as-fact.js'
import { type HoldsSchools, schoolsHeld } from './holding.js'

/** The schools an action can be tried in: those of the group, and any that tried it and have left since. */
export async function schoolsFor(db: Db, enquiry: Enquiry, actionId?: string): Promise<{ id: string; name: string }[]> {
  const tried = actionId
    ? await db.selectFrom('actionSchools').select('schoolId').where('actionId', '=', actionId).execute()
    : []
  return schoolsByIds(db, [...new Set([...enquiry.schoolIds, ...tried.map(one => one.schoolId)])])
}

/** The same, to choose from in a form. */
export async function schoolOptions(db: Db, enquiry: Enquiry, actionId?: string) {
  return (await schoolsFor(db, enquiry, actionId)).map(({ id, name }) => ({ value: id, text: name }))
}

/** Of the ticked schools, those that an action can be tried in. */
export async function schoolsAmong(db: Db, ticked: string[], enquiry: Enquiry, actionId?: string): Promise<string[]> {
  const offered = await schoolsFor(db, enquiry, actionId)
  return offered.map(school => school.id).filter(id => ticked.includes(id))
}

/** @throws NotFound unless the school is one that can try the action */
export async function findSchoolOfAction(
  db: Db,
  action: FoundAction,
  schoolId: string,
): Promise<{ id: string; name: string }> {
  const school = (await schoolsFor(db, action.enquiry, action.id)).find(one => one.id === schoolId)
  if (!school) throw new NotFound('school on this action')
  return school
}

/** Gives each of these schools its card on the action, unless it has one. */
export async function bringSchoolsIn(trx: Trx, actionId: string, schoolIds: string[], person: Person): Promise<void> {
  for (const schoolId of new Set(schoolIds))
    await trx
      .insertInto('actionSchools')
      .values({ id: newId(), actionId, schoolId, writtenAt: now(), writtenBy: person.id })
      .onConflict(c => c.columns(['actionId', 'schoolId']).doNothing())
      .execute()
}

/**
 * Says how a school made an action its own, and what really happened there.
 * @param values.version the version of the school's card that the words were written upon; left out, nothing is compared.
 * @returns false, and changes nothing, when somebody else has written on the card meanwhile.
 */
export async function adaptAction(
  trx: Trx,
  action: FoundAction,
  schoolId: string,
  person: Person,
  { version, ...words }: { adaptation?: string; whatHappened?: string; version?: number },
): Promise<boolean> {
  await bringSchoolsIn(trx, action.id, [schoolId], person)
  const changed = await trx
    .updateTable('actionSchools')
    .set(eb => ({ ...words, version: eb('version', '+', 1), writtenAt: now(), writtenBy: person.id }))
    .where('actionId', '=', action.id)
    .where('schoolId', '=', schoolId)
    .$if(version !== undefined, query => query.where('version', '=', version!))
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  const school = await trx.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()
  await record(trx, { kind: 'action written of', by: person, ...aboutAction(action), school: school.name })
  return true
}

/** Takes a school off an action that it will not try. @throws Conflict when something was recorded there */
export async function takeSchoolOff(
  trx: Trx,
  action: FoundAction,
  schoolId: string,
  person: Person,
  holds: HoldsSchools[],
): Promise<void> {
  if ((await schoolsHeld(holds, trx, action.id)).has(schoolId))
    throw new Conflict(
      'Something has been written, measured or judged there already, so the school stays on the action.',
    )
  await trx.deleteFrom('actionSchools').where('actionId', '=', action.id).where('schoolId', '=', schoolId).execute()
  await record(trx, { kind: 'school taken off an action', by: person, ...aboutAction(action) })
}
