import { createHmac } from 'node:crypto'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Person } from '../../people/person.js'
import type { ReviewRound } from '../tables.js'

/** What somebody said, by the keys of what is asked: a step, a choice, a place as `7,4`, or words; `….share` with words that others may read. */
export type Answers = Record<string, string>

export function answersIn(json: string): Answers {
  return JSON.parse(json) as Answers
}

export function isEmpty(answers: Answers): boolean {
  return Object.keys(answers).every(key => key.endsWith('.share'))
}

/** The name of somebody's paper in an open round: nobody finds it without the secret of the round, which goes when it closes. */
export function paperOf({ linkSecret }: Pick<ReviewRound, 'linkSecret'>, personId: string): string {
  if (linkSecret === null) throw new Conflict('This review is closed. What was said is not tied to anybody any more.')
  return createHmac('sha256', linkSecret).update(personId).digest('base64url')
}

/** What this person has said so far. */
export async function ownAnswers(db: Db, round: ReviewRound, person: Pick<Person, 'id'>): Promise<Answers> {
  const row = await db
    .selectFrom('reviewAnswers')
    .select('answers')
    .where('id', '=', paperOf(round, person.id))
    .executeTakeFirst()
  return row ? answersIn(row.answers) : {}
}

/**
 * Keeps what this person says. Beside the paper it is noted that they have begun, without a time.
 * @param said what is said now, by its keys; an empty one takes back what was said before
 * @throws Conflict once the round is closed
 */
export async function saveAnswers(
  trx: Trx,
  { id }: Pick<ReviewRound, 'id'>,
  person: Pick<Person, 'id'>,
  said: Record<string, string>,
): Promise<Answers> {
  const round = await trx.selectFrom('reviewRounds').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (round.closedAt || !round.openedAt)
    throw new Conflict('This review has closed meanwhile, so this could not be taken in any more.')
  const asked = await trx
    .selectFrom('reviewAsked')
    .select(['stands', 'answered'])
    .where('roundId', '=', id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (!asked) throw new NotFound('review')
  const paper = paperOf(round, person.id)
  const before = await trx.selectFrom('reviewAnswers').select('answers').where('id', '=', paper).executeTakeFirst()
  const kept = Object.entries({ ...(before && answersIn(before.answers)), ...said }).filter(([, value]) => value !== '')
  const answers = Object.fromEntries(kept)
  const row = { id: paper, roundId: id, stands: asked.stands, answers: JSON.stringify(answers) }
  if (before) await trx.updateTable('reviewAnswers').set({ answers: row.answers }).where('id', '=', paper).execute()
  else await trx.insertInto('reviewAnswers').values(row).execute()
  if (asked.answered === null) await note(trx, id, person, 'begun')
  return answers
}

/** They have said what they want to say; they can still change it. */
export async function finishAnswers(
  trx: Trx,
  { id }: Pick<ReviewRound, 'id'>,
  person: Pick<Person, 'id'>,
): Promise<void> {
  await note(trx, id, person, 'done')
}

async function note(trx: Trx, roundId: string, person: Pick<Person, 'id'>, answered: 'begun' | 'done'): Promise<void> {
  await trx
    .updateTable('reviewAsked')
    .set({ answered })
    .where('roundId', '=', roundId)
    .where('personId', '=', person.id)
    .execute()
}
