import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db, Trx } from '../../database.js'
import { BadInput, Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { type Answers, isEmpty, paperOf } from '../answering/papers.js'
import { mostAsked } from '../rounds/outcome.js'
import type { ReviewLink, ReviewRound, Stands } from '../tables.js'

/*
 * Somebody outside who has no account answers by a link of their own. It is signed with the secret of the round: no list of
 * links lies anywhere, and with the secret they all end when the round closes. By a link one answers once and reads nothing
 * back, so that whoever gets hold of it later learns nothing. That a link was used is noted without a time, apart from what
 * was said; the paper bears a name that does not follow from the link.
 */

const lengthOfId = 12

/** Asks somebody by a link, who stands apart from the company. @throws Conflict when it is closed, or asked already */
export async function askByLink(
  trx: Trx,
  round: Pick<ReviewRound, 'id' | 'networkId' | 'openedAt' | 'closedAt'>,
  by: Pick<Person, 'id'>,
  one: { email: string; name: string; stands: Exclude<Stands, 'self'> },
): Promise<void> {
  if (round.closedAt) throw new Conflict('This review is closed.')
  const { asked } = await trx
    .selectFrom('reviewLinks')
    .select(eb => eb.fn.countAll().as('asked'))
    .where('roundId', '=', round.id)
    .executeTakeFirstOrThrow()
  if (Number(asked) >= mostAsked) throw new BadInput(`At most ${mostAsked} people are asked in one review.`, 422)
  const id = newId(lengthOfId)
  const added = await trx
    .insertInto('reviewLinks')
    .values({ id, roundId: round.id, ...one, answered: null })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw new Conflict('Whoever has this address is asked already.')
  const about = { by, networkId: round.networkId, aboutKind: 'review', aboutId: round.id }
  if (round.openedAt) await record(trx, { kind: 'review people asked', ...about, people: [id] })
}

/** Those who are asked by a link, with the key by which other rounds know them: their account, where they have one by now. */
export async function askedByLink(db: Db, { id }: Pick<ReviewRound, 'id'>): Promise<(ReviewLink & { key: string })[]> {
  const rows = await db
    .selectFrom('reviewLinks')
    .leftJoin('people', 'people.email', 'reviewLinks.email')
    .selectAll('reviewLinks')
    .select('people.id as personId')
    .where('roundId', '=', id)
    .execute()
  return rows.map(({ personId, ...link }) => ({ ...link, key: personId ?? link.email }))
}

/** The address by which somebody answers, while the round is open. */
export function addressOfLink(round: Pick<ReviewRound, 'linkSecret'>, link: Pick<ReviewLink, 'id'>): string {
  return `/reviews/by-link/${link.id}${signatureOf(round, link)}`
}

/** What a link leads to. One that was never made, and one whose round is over, are all the same: nothing. @throws NotFound */
export async function findByLink(db: Db, token: string): Promise<{ round: ReviewRound; link: ReviewLink }> {
  const link = await db
    .selectFrom('reviewLinks')
    .selectAll()
    .where('id', '=', token.slice(0, lengthOfId))
    .executeTakeFirst()
  const round =
    link &&
    (await db
      .selectFrom('reviewRounds')
      .selectAll()
      .where('id', '=', link.roundId)
      .where('openedAt', 'is not', null)
      .where('closedAt', 'is', null)
      .executeTakeFirst())
  if (!link || !round?.linkSecret || !isSame(token.slice(lengthOfId), signatureOf(round, link)))
    throw new NotFound('open review')
  return { round, link }
}

/** Takes an answer in, once. @throws Conflict the second time, and once the round is closed */
export async function answerByLink(
  trx: Trx,
  at: { round: ReviewRound; link: ReviewLink },
  said: Answers,
): Promise<void> {
  const round = await trx.selectFrom('reviewRounds').selectAll().where('id', '=', at.round.id).executeTakeFirstOrThrow()
  if (round.closedAt) throw new Conflict('This review has closed meanwhile, so this could not be taken in any more.')
  const answers = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
  if (isEmpty(answers)) throw new BadInput('Answer one thing at least.', 422)
  const used = await trx
    .updateTable('reviewLinks')
    .set({ answered: 'done' })
    .where('id', '=', at.link.id)
    .where('answered', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) throw new Conflict('An answer has been given here already. Thank you.')
  await trx
    .insertInto('reviewAnswers')
    .values({
      ...{ id: paperOfLink(round, at.link), roundId: round.id },
      ...{ stands: at.link.stands, answers: JSON.stringify(answers) },
    })
    .execute()
}

export function paperOfLink(round: Pick<ReviewRound, 'linkSecret'>, { id }: Pick<ReviewLink, 'id'>): string {
  return paperOf(round, `paper of the link ${id}`)
}

function signatureOf({ linkSecret }: Pick<ReviewRound, 'linkSecret'>, { id }: Pick<ReviewLink, 'id'>): string {
  return createHmac('sha256', linkSecret ?? '')
    .update(`link ${id}`)
    .digest('base64url')
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
