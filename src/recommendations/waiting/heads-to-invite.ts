import { now } from '../../web/now.js'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { headsToInvite } from '../sending/asking-for-heads.js'

/** A leader of a network invites the head of a school that was sent a recommendation and has no head here. */
export const headsAskedFor = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({
      networks: person.rolesWith('leads the network').map(role => role.networkId),
      moment: now(),
    }),
    (db, { networks, moment }) => headsToInvite(db, networks, moment),
  ),
  says: rows =>
    rows.map((one): Waiting => {
      const fields = new URLSearchParams({ role: 'headteacher', school: one.schoolId, email: one.email })
      return {
        text: headAskedForInWords(one),
        href: `/networks/${one.networkId}/people/invitations/new?${fields.toString()}`,
        action: 'Invite the head',
        networkId: one.networkId,
      }
    }),
})

export function headAskedForInWords({ askedBy, school, email }: { askedBy: string; school: string; email: string }) {
  return `${askedBy} asks you to invite the head of ${school}, ${email}. A recommendation waits there for an answer.`
}
