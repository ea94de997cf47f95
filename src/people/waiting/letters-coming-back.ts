import { inTheSameWords } from '../../database/in-the-same-words.js'
import { waits } from '../../web/waiting.js'
import type { Person } from '../person.js'

/** Letters to somebody’s own address come back. */
export const ownLettersComingBack = waits({
  asks: inTheSameWords(
    ({ person }: { person: Person }) => ({ own: person.email }),
    (db, { own }) => db.selectFrom('addressesThatReturn').select('email').where('email', '=', own),
  ),
  says: rows =>
    rows.map(({ email }) => ({
      text: ownComeBackInWords(email),
      href: '/account#email',
      action: 'Mend the address',
      networkId: null,
    })),
})

/** Addresses from which letters come back, told to those who invited whoever they belong to. */
export const lettersComingBack = waits({
  asks: inTheSameWords(
    ({ person }: { person: Person }) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('invitations')
        .leftJoin('people', 'people.id', 'invitations.acceptedBy')
        .select(['invitations.networkId', 'invitations.groupId', 'invitations.name', 'people.name as nameNow'])
        .select(eb => eb.fn.coalesce('people.email', 'invitations.email').as('email'))
        .where('invitations.invitedBy', '=', me)
        .where('invitations.withdrawnAt', 'is', null)
        .where(eb =>
          eb.exists(
            eb
              .selectFrom('addressesThatReturn')
              .select('addressesThatReturn.email')
              .where('addressesThatReturn.email', '=', eb.fn.coalesce('people.email', 'invitations.email')),
          ),
        )
        .orderBy('invitations.invitedAt', 'desc')
        .limit(20),
  ),
  says(invited) {
    const once = invited.filter((one, place) => invited.findIndex(other => other.email === one.email) === place)
    return once.map(one => ({
      text: comeBackInWords({ name: one.nameNow ?? one.name, email: one.email }),
      href: one.groupId ? `/groups/${one.groupId}/people` : `/networks/${one.networkId}/people`,
      action: 'See who it is',
      networkId: one.networkId,
    }))
  },
})

export function ownComeBackInWords(email: string): string {
  return `Letters to ${email} come back. Nothing reaches you by post until the address is right.`
}

export function comeBackInWords({ name, email }: { name: string; email: string }): string {
  return `Letters to ${name ? `${name}, ${email},` : email} come back. Ask for the right address.`
}
