import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { WaitingKind } from '../../web/waiting.js'

/** Networks that nobody leads and nobody is invited to lead, for the site's administrators. */
export const networksWithoutLeader: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) => {
  if (!person.isAdministrator) return []
  const networks = await db
    .selectFrom('networks')
    .select(['id', 'name'])
    .where('erasedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.networkId', '=', 'networks.id')
            .where('networkRoles.role', '=', 'network leader')
            .where('networkRoles.endedAt', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('invitations')
            .select('invitations.id')
            .whereRef('invitations.networkId', '=', 'networks.id')
            .where('invitations.role', '=', 'network leader')
            .where('invitations.acceptedAt', 'is', null)
            .where('invitations.withdrawnAt', 'is', null)
            .where('invitations.expiresAt', '>', now()),
        ),
      ),
    )
    .orderBy('name')
    .execute()
  return networks.map(network => ({
    text: noLeaderInWords(network.name),
    href: `/networks/${network.id}`,
    action: 'Look at it',
    networkId: network.id,
  }))
}

export function noLeaderInWords(network: string): string {
  return `${network} has nobody to lead it, and nobody is invited to.`
}
