import type { Person } from '../../people/person.js'

/** The schools that somebody answers for as headteacher. */
export function schoolsHeaded(person: Person): string[] {
  return person.roles.filter(role => role.role === 'headteacher').flatMap(role => role.schoolId ?? [])
}
