import type { Db } from '../../database.js'
import { askedRoleInWords } from '../roles/asked-role-in-words.js'
import { rolesWaitingFor } from '../roles/confirming-roles.js'
import { mayConfirmRole } from '../permissions.js'
import type { Person } from '../person.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'

/** Headship and data lead wait for a second person; whoever is to hold one reads that it waits. */
export const rolesToConfirm: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) => {
  const asked = await rolesWaitingFor(db, person)
  return asked.flatMap((one): Waiting[] => {
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
