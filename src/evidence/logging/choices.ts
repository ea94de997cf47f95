import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { Person } from '../../people/person.js'
import { stages } from '../../stages.js'
import { kinds } from '../kinds.js'
import type { Choice } from '../pages.js'
import { speakers } from '../speakers.js'

export const kindChoices: Choice[] = kinds.map(({ key, name, hint }) => ({
  value: key,
  text: `${name}: ${hint.toLowerCase()}`,
}))

export const stageChoices: Choice[] = stages.map(({ key, name }) => ({ value: key, text: name }))

export const speakerChoices: Choice[] = speakers.map(({ key, name }) => ({ value: key, text: name }))

/** The schools of the network, by name. */
export async function schoolChoices(db: Db, networkId: string): Promise<Choice[]> {
  return (await schoolsOf(db, networkId)).map(({ id, name }) => ({ value: id, text: name }))
}

/** Those of the schools that belong to the enquiry's network; a device may know some that have left. */
export async function ofThisNetwork(db: Db, enquiry: Enquiry, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const schools = await db
    .selectFrom('schools')
    .select('id')
    .where('networkId', '=', enquiry.networkId)
    .where('id', 'in', ids)
    .execute()
  return schools.map(school => school.id)
}

/** The school that a person comes from in this group: as they joined it, or where they work. */
export function ownSchool(person: Person, enquiry: Pick<Enquiry, 'groupId' | 'networkId'>): string | null {
  const membership = person.groups.find(one => one.groupId === enquiry.groupId)
  return membership?.schoolId ?? person.schoolsIn(enquiry.networkId)[0] ?? null
}

/** Whom to tell when a child may be at risk: never this page. */
export async function safeguardingContact(db: Db, schoolId: string | null): Promise<string | null> {
  if (!schoolId) return null
  const school = await db
    .selectFrom('schools')
    .select('safeguardingContact')
    .where('id', '=', schoolId)
    .executeTakeFirst()
  return school?.safeguardingContact || null
}

/** Two buttons to save with; the one that this person pressed the last time stands first. */
export function waysToSave(last: 'author' | 'group'): Choice[] {
  const mine = { value: 'author', text: 'Save, only for me' }
  const group = { value: 'group', text: 'Save and show my group' }
  return last === 'group' ? [group, mine] : [mine, group]
}
