import type { Person } from '../people/person.js'
import type { KeyTakeover, PupilKey } from './tables.js'

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

/** Nobody has answered yet whether the key is to be taken over. */
export function takeoverIsOpen(asked: Pick<KeyTakeover, 'agreedAt' | 'refusedAt'>): boolean {
  return asked.agreedAt === null && asked.refusedAt === null
}

/** Those of the school who were asked to agree that its data lead takes a key over. */
export function mayAgreeToTakeover(person: Person, asked: { agreers: { id: string }[] }): boolean {
  return asked.agreers.some(one => one.id === person.id)
}
