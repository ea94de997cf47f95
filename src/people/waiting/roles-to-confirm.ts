import type { Db } from '../../database.js'
import { askedRoleInWords } from '../roles/asked-role-in-words.js'
import { rolesWaitingFor, type WaitingRole } from '../roles/confirming-roles.js'
import { mayConfirmRole } from '../permissions.js'
import type { Person } from '../person.js'
import { plural } from '../../words/words.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'

/**
 * Headship and data lead wait for a second person; whoever is to hold one reads that it waits, and whoever gave it that nobody
 * is there who could be that person.
 */
export const rolesToConfirm: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) => {
  const asked = await rolesWaitingFor(db, person)
  const stuck = asked.filter(one => one.askedBy === person.id && one.confirmers.length === 0)
  const concerning = asked.flatMap((one): Waiting[] => {
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
  })
  if (stuck.length === 0) return concerning
  const { id, networkId } = stuck[0]!
  const [text, href] = [stuckInWords(stuck), `/confirmations/${id}`]
  return [
    ...concerning,
    { text, href, action: 'See who could', networkId: person.belongsTo(networkId) ? networkId : null },
  ]
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
