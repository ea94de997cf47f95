import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { mayAskToJudge } from '../permissions.js'
import { askJudge } from '../preparing/judges.js'
import { aboutRound, findWithJudges, type FoundRound } from '../rounds.js'
import type { ModerationRound, ModerationWish } from '../tables.js'

/** A round that somebody is not in, as far as they may know of it: what it is about and who leads it, never its pieces. */
export interface RoundToJoin {
  id: string
  title: string
  about: string
  judgeBy: string
  leader: string
  /** What they asked and what they were told; null where they have not asked. */
  wish: ModerationWish | null
}

const most = 30

/** Rounds of the network in which somebody does not judge, as long as one can still come in: the soonest first. */
export async function roundsToJoin(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<RoundToJoin[]> {
  const rows = await db
    .selectFrom('moderationRounds')
    .innerJoin('people', 'people.id', 'moderationRounds.leaderId')
    .select(['moderationRounds.id', 'title', 'about', 'judgeBy', 'people.name as leader'])
    .where('networkId', '=', network.id)
    .where('openedAt', 'is', null)
    .where('leaderId', '<>', person.id)
    .where('moderationRounds.id', 'not in', eb =>
      eb.selectFrom('moderationJudges').select('roundId').where('personId', '=', person.id).where('leftAt', 'is', null),
    )
    .orderBy('judgeBy')
    .orderBy('moderationRounds.id')
    .limit(most)
    .execute()
  const wishes = await db
    .selectFrom('moderationWishes')
    .selectAll()
    .where('personId', '=', person.id)
    .where('roundId', 'in', [...rows.map(row => row.id), ''])
    .execute()
  return rows.map(row => ({ ...row, wish: wishes.find(one => one.roundId === row.id) ?? null }))
}

/** @throws NotFound where one cannot come in any more, and for those who are in it already */
export async function findRoundToJoin(
  db: Db,
  person: Person,
  network: Pick<Network, 'id'>,
  id: string,
): Promise<{ found: FoundRound; line: RoundToJoin }> {
  const line = (await roundsToJoin(db, person, network)).find(one => one.id === id)
  const found = line && (await findWithJudges(db, id))
  if (!found || !mayAskToJudge(person, found)) throw new NotFound('round')
  return { found, line }
}

/** Asks to be let in; whoever was told no can ask again with another word. */
export async function askToJudge(trx: Trx, round: ModerationRound, person: Person, word: string): Promise<void> {
  const asked = { word, askedAt: now(), answer: null, answeringWord: '', answeredAt: null, answeredBy: null }
  await trx
    .insertInto('moderationWishes')
    .values({ roundId: round.id, personId: person.id, ...asked })
    .onConflict(at => at.columns(['roundId', 'personId']).doUpdateSet(asked))
    .execute()
  await record(trx, { kind: 'asked to judge in a moderation round', by: person, ...aboutRound(round) })
}

export interface WishWithName extends ModerationWish {
  name: string
}

/** Who waits for an answer, by name. */
export async function openWishesOf(db: Db, roundIds: string[]): Promise<WishWithName[]> {
  const rows = await db
    .selectFrom('moderationWishes')
    .innerJoin('people', 'people.id', 'moderationWishes.personId')
    .selectAll('moderationWishes')
    .select('people.name')
    .where('roundId', 'in', [...roundIds, ''])
    .where('answeredAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.sort(byName)
}

/** Whoever leads the round says yes, and they judge in it; or no, with a word. @throws Conflict when it was answered already */
export async function answerWish(
  trx: Trx,
  round: ModerationRound,
  by: Person,
  personId: string,
  { answer, word }: { answer: 'yes' | 'no'; word: string },
): Promise<void> {
  const said = { answer, answeringWord: word, answeredAt: now(), answeredBy: by.id }
  const answered = await trx
    .updateTable('moderationWishes')
    .set(said)
    .where('roundId', '=', round.id)
    .where('personId', '=', personId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  if (answered.numUpdatedRows === 0n) throw new Conflict('This has been answered already.')
  if (answer === 'yes') await askJudge(trx, round, by, personId)
  await record(trx, { kind: 'wish to judge answered', by, ...aboutRound(round), person: personId })
}
