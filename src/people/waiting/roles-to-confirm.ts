import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import { askedRoleInWords } from '../roles/asked-role-in-words.js'
import { thoseConcerning, waitingRoles, type WaitingRole } from '../roles/confirming-roles.js'
import { mayConfirmRole } from '../permissions.js'
import type { Person } from '../person.js'
import { plural } from '../../words/words.js'
import { type Waiting, waits } from '../../web/waiting.js'

/**
 * Headship and data lead wait for a second person; whoever is to hold one reads that it waits, and whoever gave it that nobody
 * is there who could be that person.
 */
export const rolesToConfirm = waits({
  asks: inTheSameWords(
    (_: { db: Db; person: Person }) => ({}),
    db => waitingRoles(db).orderBy('askedAt'),
  ),
  async says(rows, { db, person }) {
    const asked = await thoseConcerning(db, person, rows)
    const stuck = asked.filter(one => one.askedBy === person.id && one.confirmers.length === 0)
    return [...asked.flatMap(one => asConcerning(person, one)), ...asStuck(person, stuck)]
  },
})

function asConcerning(person: Person, one: WaitingRole): Waiting[] {
  const confirms = mayConfirmRole(person, one)
  if (!confirms && one.personId !== person.id) return []
  const said = { name: one.name, asker: one.asker, role: askedRoleInWords(one) }
  return [
    {
      text: confirms ? roleToConfirmInWords(said) : ownRoleWaitsInWords(said),
      href: `/confirmations/${one.id}`,
      action: confirms ? 'Read and confirm' : 'See who confirms it',
      networkId: confirms && person.belongsTo(one.networkId) ? one.networkId : null,
    },
  ]
}

function asStuck(person: Person, stuck: WaitingRole[]): Waiting[] {
  const [first] = stuck
  if (!first) return []
  const { id, networkId } = first
  const [text, href] = [stuckInWords(stuck), `/confirmations/${id}`]
  return [{ text, href, action: 'See who could', networkId: person.belongsTo(networkId) ? networkId : null }]
}

/** Said once, however many roles wait. */
function stuckInWords(stuck: WaitingRole[]): string {
  const [one] = stuck
  return stuck.length === 1
    ? `${one!.name} cannot be ${askedRoleInWords(one!)} yet: it takes a second person, and nobody here can be it.`
    : `${plural(stuck.length, 'role', 'roles')} that you gave cannot begin yet: each takes a second person, and nobody here can be it.`
}

interface Said {
  name: string
  asker: string
  role: string
}

export function roleToConfirmInWords({ name, asker, role }: Said): string {
  return `${asker} asks that ${name} become ${role}. It takes a second person.`
}

export function ownRoleWaitsInWords({ asker, role }: Said): string {
  return `${asker} asks that you become ${role}. It waits for a second person.`
}
