import type { Person } from '../people/person.js'
import type { PupilKey } from './tables.js'

/**
 * A key is opened by whoever looks after it, as long as they are in the group and work at its school, and by the school's data lead; by nobody else,
 * whatever they lead or administer.
 */
export function mayOpenKey(person: Person, key: Pick<PupilKey, 'ownerId' | 'groupId' | 'schoolId'>): boolean {
  const isOwn = key.ownerId === person.id && person.isVolunteerIn(key.groupId) && person.worksAt(key.schoolId)
  return isOwn || person.isDataLeadOf(key.schoolId)
}

/** Somebody in the group makes the key of the school that they come from, as long as they work there. */
export function schoolToMakeKeyFor(person: Person, groupId: string): string | null {
  const membership = person.membershipsWith('takes part').find(one => one.groupId === groupId)
  const schoolId = membership?.schoolId ?? null
  return schoolId !== null && person.worksAt(schoolId) ? schoolId : null
}
