import type { Db, Trx } from '../../database.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { ForumPost } from '../tables.js'

type Of = Pick<ForumPost, 'id'>

/** Thanks for a post or for one of its answers; taken back by the same press. */
export async function thank(trx: Trx, post: Of, aboutId: string, person: Pick<Person, 'id'>): Promise<void> {
  const took = await trx
    .deleteFrom('forumThanks')
    .where('aboutId', '=', aboutId)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (took.numDeletedRows > 0n) return
  await trx
    .insertInto('forumThanks')
    .values({ aboutId, postId: post.id, personId: person.id, thankedAt: now() })
    .execute()
}

/** Who would like to talk about it; taken back by the same press. */
export async function support(trx: Trx, post: Of, person: Pick<Person, 'id'>): Promise<void> {
  const took = await trx
    .deleteFrom('forumSupports')
    .where('aboutId', '=', post.id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (took.numDeletedRows === 0n)
    await trx
      .insertInto('forumSupports')
      .values({ aboutId: post.id, postId: post.id, personId: person.id, supportedAt: now() })
      .execute()
  await countSupports(trx, post)
}

export async function countSupports(trx: Trx, post: Of): Promise<void> {
  await trx
    .updateTable('forumPosts')
    .set(eb => ({
      supports: eb
        .selectFrom('forumSupports')
        .select(e => e.fn.countAll<number>().as('supports'))
        .where('postId', '=', post.id),
    }))
    .where('id', '=', post.id)
    .execute()
}

/** Thanks by what they are for, and what this person presses. */
export interface Pressed {
  /** The names of those who thanked, by the id of the post or the answer. */
  thanks: Map<string, string[]>
  thanked: Set<string>
  follows: boolean
  supports: boolean
}

export async function pressedOn(db: Db, post: Of, person: Pick<Person, 'id'>): Promise<Pressed> {
  const thanks = await db
    .selectFrom('forumThanks')
    .innerJoin('people', 'people.id', 'forumThanks.personId')
    .select(['forumThanks.aboutId', 'forumThanks.personId', 'people.name'])
    .where('forumThanks.postId', '=', post.id)
    .orderBy('people.name')
    .execute()
  const mine = (table: 'forumFollows' | 'forumSupports') =>
    db
      .selectFrom(table)
      .select('postId')
      .where('aboutId', '=', post.id)
      .where('personId', '=', person.id)
      .executeTakeFirst()
  const byThing = new Map<string, string[]>()
  for (const { aboutId, name } of thanks) byThing.set(aboutId, [...(byThing.get(aboutId) ?? []), name])
  return {
    thanks: byThing,
    thanked: new Set(thanks.filter(one => one.personId === person.id).map(one => one.aboutId)),
    follows: (await mine('forumFollows')) !== undefined,
    supports: (await mine('forumSupports')) !== undefined,
  }
}
