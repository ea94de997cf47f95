import type { Db } from '../../database.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'
import type { Person } from '../person.js'

/** Addresses from which letters come back: told to whoever they belong to, and to those who invited them. */
export const lettersComingBack: WaitingKind<{ db: Db; person: Person }> = async ({ db, person }) => {
  const emails = (await db.selectFrom('addressesThatReturn').select('email').limit(500).execute()).map(one => one.email)
  if (emails.length === 0) return []
  const own: Waiting[] = emails.includes(person.email)
    ? [{ text: ownComeBackInWords(person.email), href: '/account#email', action: 'Mend the address', networkId: null }]
    : []
  const invited = await db
    .selectFrom('invitations')
    .leftJoin('people', 'people.id', 'invitations.acceptedBy')
    .select(['invitations.networkId', 'invitations.groupId', 'invitations.name', 'people.name as nameNow'])
    .select(eb => eb.fn.coalesce('people.email', 'invitations.email').as('email'))
    .where('invitations.invitedBy', '=', person.id)
    .where('invitations.withdrawnAt', 'is', null)
    .where(eb => eb(eb.fn.coalesce('people.email', 'invitations.email'), 'in', emails))
    .orderBy('invitations.invitedAt', 'desc')
    .limit(20)
    .execute()
  const once = invited.filter((one, place) => invited.findIndex(other => other.email === one.email) === place)
  return [
    ...own,
    ...once.map(one => ({
      text: comeBackInWords({ name: one.nameNow ?? one.name, email: one.email }),
      href: one.groupId ? `/groups/${one.groupId}/people` : `/networks/${one.networkId}/people`,
      action: 'See who it is',
      networkId: one.networkId,
    })),
  ]
}

export function ownComeBackInWords(email: string): string {
  return `Letters to ${email} come back. Nothing reaches you by post until the address is right.`
}

export function comeBackInWords({ name, email }: { name: string; email: string }): string {
  return `Letters to ${name ? `${name}, ${email},` : email} come back. Ask for the right address.`
}
