import { sql } from 'kysely'
import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { aboutPost } from '../as-fact.js'
import type { ForumJoin, ForumPost } from '../tables.js'

/** Whether one can say now that one comes: a day that is still ahead, of a post that is there. */
export function takesJoins(post: Pick<ForumPost, 'onDay' | 'dateCancelledAt' | 'goneAt'>): boolean {
  return post.goneAt === null && post.dateCancelledAt === null && post.onDay !== null && post.onDay >= today()
}

/**
 * Somebody comes. The last place goes to one alone, also where two press at once: whoever finds none is on the waiting list.
 * @throws Conflict when the day is over or cancelled
 */
export async function joinPost(
  trx: Trx,
  post: ForumPost,
  person: Person,
  schoolId: string | null,
): Promise<ForumJoin['state']> {
  const before = await trx
    .selectFrom('forumJoins')
    .select('state')
    .where('postId', '=', post.id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (before) return before.state
  if (!takesJoins(post)) throw new Conflict('The day is over, or it was called off.')
  const took = await trx
    .updateTable('forumPosts')
    .set({ coming: sql<number>`coming + 1` })
    .where('id', '=', post.id)
    .where('goneAt', 'is', null)
    .where('dateCancelledAt', 'is', null)
    .where(eb => eb.or([eb('places', 'is', null), eb('coming', '<', eb.ref('places'))]))
    .executeTakeFirst()
  const state = took.numUpdatedRows > 0n ? ('coming' as const) : ('waiting' as const)
  await trx
    .insertInto('forumJoins')
    .values({ id: newId(), postId: post.id, personId: person.id, schoolId, joinedAt: now(), state })
    .execute()
  await record(trx, { kind: 'forum place taken', by: person, ...aboutPost(post) })
  return state
}

/** Somebody does not come after all; whoever waits longest comes instead. */
export async function leavePost(trx: Trx, post: ForumPost, person: Person): Promise<void> {
  const gone = await trx
    .deleteFrom('forumJoins')
    .where('postId', '=', post.id)
    .where('personId', '=', person.id)
    .returning('state')
    .executeTakeFirst()
  if (!gone) return
  await record(trx, { kind: 'forum place given up', by: person, ...aboutPost(post) })
  if (gone.state !== 'coming') return
  await trx
    .updateTable('forumPosts')
    .set({ coming: sql<number>`coming - 1` })
    .where('id', '=', post.id)
    .execute()
  await giveFreePlaces(trx, post)
}

/** As long as there are places, those who wait get them, whoever waits longest first. */
export async function giveFreePlaces(
  trx: Trx,
  post: Pick<ForumPost, 'id' | 'networkId' | 'onDay' | 'dateCancelledAt' | 'goneAt' | 'places'>,
): Promise<void> {
  if (!takesJoins(post)) return
  const waiting = await trx
    .selectFrom('forumJoins')
    .select(['id', 'personId'])
    .where('postId', '=', post.id)
    .where('state', '=', 'waiting')
    .orderBy('joinedAt')
    .orderBy('id')
    .execute()
  for (const { id, personId } of waiting) {
    const took = await trx
      .updateTable('forumPosts')
      .set({ coming: sql<number>`coming + 1` })
      .where('id', '=', post.id)
      .where(eb => eb.or([eb('places', 'is', null), eb('coming', '<', eb.ref('places'))]))
      .executeTakeFirst()
    if (took.numUpdatedRows === 0n) return
    await trx.updateTable('forumJoins').set({ state: 'coming' }).where('id', '=', id).execute()
    await record(trx, { kind: 'forum place became free', by: null, ...aboutPost(post), person: personId })
  }
}

/** It does not take place. Calendars take it out, and those who said that they come get a letter. */
export async function cancelDate(trx: Trx, post: ForumPost, person: Person): Promise<void> {
  const at = now()
  await trx
    .updateTable('forumPosts')
    .set({ dateCancelledAt: at, dateChangedAt: at, dateSequence: post.dateSequence + 1 })
    .where('id', '=', post.id)
    .execute()
  await record(trx, { kind: 'forum date cancelled', by: person, ...aboutPost(post) })
}

export interface Joined extends ForumJoin {
  name: string
  school: string | null
}

/** Who comes and who waits: those who come by name, those who wait in their order. */
export async function joinedOn(db: Db, post: Pick<ForumPost, 'id'>): Promise<Joined[]> {
  const rows = await db
    .selectFrom('forumJoins')
    .innerJoin('people', 'people.id', 'forumJoins.personId')
    .leftJoin('schools', 'schools.id', 'forumJoins.schoolId')
    .selectAll('forumJoins')
    .select(['people.name', 'schools.name as school'])
    .where('forumJoins.postId', '=', post.id)
    .orderBy('forumJoins.joinedAt')
    .orderBy('forumJoins.id')
    .execute()
  const coming = rows.filter(row => row.state === 'coming').sort(byName)
  return [...coming, ...rows.filter(row => row.state === 'waiting')]
}
