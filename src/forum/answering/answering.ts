import { sql } from 'kysely'
import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutPost } from '../as-fact.js'
import type { ForumAnswer, ForumPost } from '../tables.js'

/** Whoever answers follows the post from then on. @param under the answer that this one is to; it stands under no other */
export async function answerPost(
  trx: Trx,
  post: ForumPost,
  person: Person,
  given: { words: string; under: ForumAnswer | null; schoolId: string | null },
): Promise<string> {
  const id = newId()
  const at = now()
  const under = given.under ? (given.under.underId ?? given.under.id) : null
  await trx
    .insertInto('forumAnswers')
    .values({
      ...{ id, postId: post.id, underId: under, words: given.words, schoolId: given.schoolId },
      ...{ answeredAt: at, answeredBy: person.id, takenDownAt: null },
    })
    .execute()
  await trx
    .updateTable('forumPosts')
    .set({ answers: sql<number>`answers + 1` })
    .where('id', '=', post.id)
    .execute()
  if (post.postedBy !== person.id) await follow(trx, post, person)
  const isFirst = post.answers === 0
  await record(trx, { kind: 'forum answered', by: person, ...aboutPost(post), answer: id, isFirst })
  return id
}

export async function takeDownAnswer(trx: Trx, post: ForumPost, answer: ForumAnswer, person: Person): Promise<void> {
  const done = await trx
    .updateTable('forumAnswers')
    .set({ takenDownAt: now() })
    .where('id', '=', answer.id)
    .where('takenDownAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return
  await trx
    .updateTable('forumPosts')
    .set({ answers: sql<number>`answers - 1` })
    .where('id', '=', post.id)
    .execute()
  await record(trx, { kind: 'forum answer taken down', by: person, ...aboutPost(post) })
}

export interface AnswerShown extends ForumAnswer {
  by: string
  school: string | null
}

/** The answers in the order in which they were given. */
export function answersTo(db: Db, post: Pick<ForumPost, 'id'>): Promise<AnswerShown[]> {
  return db
    .selectFrom('forumAnswers')
    .innerJoin('people', 'people.id', 'forumAnswers.answeredBy')
    .leftJoin('schools', 'schools.id', 'forumAnswers.schoolId')
    .selectAll('forumAnswers')
    .select(['people.name as by', 'schools.name as school'])
    .where('forumAnswers.postId', '=', post.id)
    .orderBy('forumAnswers.answeredAt')
    .orderBy('forumAnswers.id')
    .execute()
}

/** @throws NotFound */
export async function findAnswer(db: Db, post: Pick<ForumPost, 'id'>, id: string): Promise<ForumAnswer> {
  const answer = await db
    .selectFrom('forumAnswers')
    .selectAll()
    .where('id', '=', id)
    .where('postId', '=', post.id)
    .where('takenDownAt', 'is', null)
    .executeTakeFirst()
  if (!answer) throw new NotFound('answer')
  return answer
}

export async function follow(trx: Trx, post: Pick<ForumPost, 'id'>, person: Pick<Person, 'id'>): Promise<void> {
  await trx
    .insertInto('forumFollows')
    .values({ aboutId: post.id, postId: post.id, personId: person.id, followedAt: now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function unfollow(trx: Trx, post: Pick<ForumPost, 'id'>, person: Pick<Person, 'id'>): Promise<void> {
  await trx.deleteFrom('forumFollows').where('aboutId', '=', post.id).where('personId', '=', person.id).execute()
}
