import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { plural } from '../../words/words.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { whoHasJudged } from '../judging/judgements.js'
import { piecesOf } from '../pieces/pieces.js'

/** Whoever judges in a round is asked for each piece that they have not judged, by its day. */
export const piecesToJudge = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('moderationJudges')
        .innerJoin('moderationRounds', 'moderationRounds.id', 'moderationJudges.roundId')
        .selectAll('moderationRounds')
        .where('moderationJudges.personId', '=', me)
        .where('moderationJudges.leftAt', 'is', null)
        .where('begunAt', 'is not', null)
        .where('openedAt', 'is', null),
  ),
  says: async (rounds, { db, person }) => {
    const waiting: Waiting[] = []
    for (const round of rounds.filter(one => person.works(one.networkId))) {
      const ids = (await piecesOf(db, person, round)).map(one => one.piece.id)
      const judged = (await whoHasJudged(db, ids)).filter(one => one.personId === person.id)
      const left = ids.length - judged.length
      if (left === 0) continue
      waiting.push({
        text: toJudgeInWords(left, round.title),
        href: `/networks/${round.networkId}/moderation/${round.id}`,
        action: 'Judge them alone',
        due: round.judgeBy,
        networkId: round.networkId,
      })
    }
    return waiting
  },
})

export function toJudgeInWords(left: number, title: string): string {
  return `${plural(left, 'piece', 'pieces')} of pupils’ work to judge in ${quoted(title)}`
}
