import type { Person } from '../../people/person.js'

/** The schools that somebody answers for as headteacher. */
export function schoolsHeaded(person: Person): string[] {
  return person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
}
