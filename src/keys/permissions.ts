import type { Person } from '../people/person.js'
import type { PupilKey } from './tables.js'

/**
 * A key is opened by whoever made it, as long as they are in the group, and by the school's data lead; by nobody else,
 * whatever they lead or administer.
 */
export function mayOpenKey(person: Person, key: Pick<PupilKey, 'ownerId' | 'groupId' | 'schoolId'>): boolean {
  return (key.ownerId === person.id && person.isVolunteerIn(key.groupId)) || person.isDataLeadOf(key.schoolId)
}

/** Somebody in the group makes the key of the school that they come from. */
export function schoolToMakeKeyFor(person: Person, groupId: string): string | null {
  const membership = person.membershipsWith('takes part').find(one => one.groupId === groupId)
  return membership?.schoolId ?? null
}
