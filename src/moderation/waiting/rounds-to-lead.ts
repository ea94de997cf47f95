import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { whoHasJudged } from '../judging/judgements.js'
import { openWishesOf } from '../letting-in/wishes.js'
import { piecesOf } from '../pieces/pieces.js'

/** Whoever leads a round opens it when all have judged, and finishes it when all is agreed. */
export const roundsToLead = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('moderationRounds')
        .selectAll()
        .where('leaderId', '=', me)
        .where('finishedAt', 'is', null)
        .where('begunAt', 'is not', null),
  ),
  async says(rounds, { db, person, today }) {
    const waiting: Waiting[] = []
    for (const round of rounds.filter(one => person.works(one.networkId))) {
      const pieces = await piecesOf(db, person, round)
      const ids = pieces.map(one => one.piece.id)
      const at = { href: `/networks/${round.networkId}/moderation/${round.id}`, networkId: round.networkId }
      if (round.openedAt) {
        const open = pieces.some(one => one.piece.agreedAt === null)
        waiting.push(
          open
            ? {
                ...at,
                text: `${quoted(round.title)} is open: agree together, piece by piece`,
                action: 'Go on agreeing',
              }
            : { ...at, text: `All pieces of ${quoted(round.title)} are agreed`, action: 'Finish the round' },
        )
        continue
      }
      const judges = await judgesOf(db, round.id)
      const judged = await whoHasJudged(db, ids)
      if (judged.length >= judges * ids.length)
        waiting.push({ ...at, text: `All have judged in ${quoted(round.title)}`, action: 'Open the round' })
      else if (round.judgeBy < today)
        waiting.push({
          ...at,
          text: `The day by which to judge in ${quoted(round.title)} is over, and not all have`,
          action: 'Look who is still judging',
        })
    }
    return waiting
  },
})

/** Who asks to be let into a round that is not open yet; its leader says yes or no. */
export const wishesToJudge = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('moderationRounds')
        .select(['id', 'networkId', 'title'])
        .where('leaderId', '=', me)
        .where('openedAt', 'is', null)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('moderationWishes')
              .select('moderationWishes.roundId')
              .whereRef('moderationWishes.roundId', '=', 'moderationRounds.id')
              .where('moderationWishes.answeredAt', 'is', null),
          ),
        ),
  ),
  async says(rounds, { db, person }) {
    const own = rounds.filter(one => person.works(one.networkId))
    const wishes = await openWishesOf(
      db,
      own.map(one => one.id),
    )
    return wishes.map(wish => {
      const { id, networkId, title } = own.find(one => one.id === wish.roundId)!
      const href = `/networks/${networkId}/moderation/${id}`
      return { text: `${wish.name} asks to judge in ${quoted(title)}`, href, action: 'Say yes or no', networkId }
    })
  },
})

async function judgesOf(db: Around['db'], roundId: string): Promise<number> {
  const { many } = await db
    .selectFrom('moderationJudges')
    .select(eb => eb.fn.countAll<number>().as('many'))
    .where('roundId', '=', roundId)
    .where('leftAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(many)
}
