import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { grouped } from '../../words/grouped.js'
import { plural } from '../../words/words.js'

/** Pieces that a write-up would use, and that only this person can let out: one line a write-up. */
export const piecesAskedFor = waits({
  asks: inTheSameWords(
    ({ person, enquiries }: Around) => ({
      me: person.id,
      groups: enquiries.filter(one => one.standing.member && one.closedAt === null).map(one => one.groupId),
    }),
    (db, { me, groups }) =>
      db
        .selectFrom('pieceRequests')
        .innerJoin('writeUps', 'writeUps.id', 'pieceRequests.writeUpId')
        .innerJoin('evidence', 'evidence.id', 'pieceRequests.evidenceId')
        .innerJoin('people', 'people.id', 'pieceRequests.askedBy')
        .select(['writeUps.id', 'writeUps.groupId', 'people.name', 'pieceRequests.askedAt'])
        .where('pieceRequests.askedOf', '=', me)
        .where('pieceRequests.answeredAt', 'is', null)
        .where('evidence.loggedBy', '=', me)
        .where('evidence.withdrawnAt', 'is', null)
        .where(eb =>
          eb.or([
            eb('evidence.agreed', '<>', 'public'),
            eb('evidence.sharedWithNetworkAt', 'is', null),
            eb('evidence.namesPupilAt', 'is not', null),
          ]),
        )
        .where('writeUps.groupId', 'in', groups)
        .orderBy('pieceRequests.askedAt'),
  ),
  says: (rows, { enquiries }) => {
    const writeUps = grouped(rows, row => row.id)
    return [...writeUps].flatMap(([id, asked]): Waiting[] => {
      const group = enquiries.find(one => one.groupId === asked[0]!.groupId)!
      return [
        {
          text: askedInWords({ by: asked.at(-1)!.name, group: group.groupName, count: asked.length }),
          href: `/write-ups/${id}/asked`,
          action: asked.length === 1 ? 'Look at the piece' : 'Look through them',
          networkId: group.networkId,
          groupId: group.groupId,
        },
      ]
    })
  },
})

export function askedInWords({ by, group, count }: { by: string; group: string; count: number }): string {
  return `${by} asks whether the write-up of ${group} may use ${plural(count, 'piece', 'pieces')} of yours.`
}
