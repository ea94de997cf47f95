import { inTheSameWords } from '../../database/in-the-same-words.js'
import { invitationsInWords, roleInWords } from '../../people/invitations/invitations-in-words.js'
import type { Around } from '../around.js'
import { beginningOf, dayOf, daysAfter, now } from '../../web/now.js'
import { type Waiting, waits } from '../../web/waiting.js'

const daysKept = 30

/** Invitations that ran out, or are about to: of a network for its leaders, of a group for whoever sent them. */
export const invitationsUnanswered = waits({
  asks: inTheSameWords(
    ({ person, enquiries, today }: Around) => ({
      me: person.id,
      led: person.rolesWith('leads the network').map(role => role.networkId),
      groups: enquiries.filter(one => one.standing.lead || one.standing.coLeader).map(one => one.groupId),
      since: beginningOf(daysAfter(today, -daysKept)),
      soon: beginningOf(daysAfter(today, 3)),
    }),
    (db, { me, led, groups, since, soon }) =>
      invitationsInWords(db)
        .where('invitations.acceptedAt', 'is', null)
        .where('invitations.withdrawnAt', 'is', null)
        .where('invitations.expiresAt', '>', since)
        .where('invitations.expiresAt', '<', soon)
        .where(eb =>
          eb.or([
            eb.and([eb('invitations.networkId', 'in', led), eb('invitations.groupId', 'is', null)]),
            eb.and([eb('invitations.groupId', 'in', groups), eb('invitations.invitedBy', '=', me)]),
          ]),
        )
        .orderBy('invitations.expiresAt')
        .limit(20),
  ),
  async says(rows, { db }) {
    const newer = await db
      .selectFrom('invitations')
      .select(['email', 'networkId', 'groupId', 'invitedAt'])
      .where(
        'email',
        'in',
        rows.map(row => row.email),
      )
      .where('withdrawnAt', 'is', null)
      .execute()
    return rows
      .filter(row => !newer.some(one => isSamePlace(one, row) && one.invitedAt > row.invitedAt))
      .map((row): Waiting => {
        const over = row.expiresAt <= now()
        const people = row.groupId ? `/groups/${row.groupId}/people` : `/networks/${row.networkId}/people`
        return {
          text: unansweredInWords({ name: row.name || row.email, role: roleInWords(row), over }),
          href: row.groupId ? people : `${people}#invitations`,
          action: over ? (row.groupId ? 'Invite again' : 'Send it again') : 'See the invitation',
          ...(over ? {} : { due: dayOf(row.expiresAt) }),
          networkId: row.networkId,
          groupId: row.groupId,
        }
      })
  },
})

function isSamePlace(
  one: { email: string; networkId: string; groupId: string | null },
  other: { email: string; networkId: string; groupId: string | null },
): boolean {
  return one.email === other.email && one.networkId === other.networkId && one.groupId === other.groupId
}

export function unansweredInWords(one: { name: string; role: string; over: boolean }): string {
  if (one.over) return `The invitation of ${one.name} as ${one.role} ran out before it was taken up.`
  return `${one.name} has not taken up the invitation as ${one.role} yet. It soon runs out.`
}
