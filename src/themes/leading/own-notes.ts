import type { Theme } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'

/** The kind of the notes that a co-leader keeps for themselves. */
export const ownNotes = 'theme-own'

export function ownerOfNotes(theme: Pick<Theme, 'id'>, person: Pick<Person, 'id'>): string {
  return `${theme.id}~${person.id}`
}
