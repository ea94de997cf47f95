import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { waits } from '../../web/waiting.js'

/** Networks that nobody leads and nobody is invited to lead, for the site's administrators. */
export const networksWithoutLeader = waits({
  asks: inTheSameWords(
    ({ person }: { db: Db; person: Person }) => ({ isAdministrator: Number(person.isAdministrator), now: now() }),
    (db, { isAdministrator, now }) =>
      db
        .selectFrom('networks')
        .select(['id', 'name'])
        .where('erasedAt', 'is', null)
        .where(isAdministrator, '=', 1)
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
                .where('invitations.expiresAt', '>', now),
            ),
          ),
        )
        .orderBy('name'),
  ),
  says: networks =>
    networks.map(network => ({
      text: noLeaderInWords(network.name),
      href: `/networks/${network.id}`,
      action: 'Look at it',
      networkId: network.id,
    })),
})

export function noLeaderInWords(network: string): string {
  return `${network} has nobody to lead it, and nobody is invited to.`
}
