import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { aboutPost } from '../as-fact.js'
import type { ForumPost } from '../tables.js'
import { daysUntilAsked } from './posting.js'

/** Its author takes it down. Where somebody answered, a mark stays. @throws Conflict when it is gone already */
export async function takeDown(trx: Trx, post: ForumPost, person: Person): Promise<void> {
  await leaves(trx, post, { takenDownAt: now(), takenDownBy: person.id })
  await record(trx, { kind: 'forum post taken down', by: person, ...aboutPost(post) })
}

/** A network leader folds it away, with a reason that its author reads. @throws Conflict when it is gone already */
export async function foldAway(trx: Trx, post: ForumPost, person: Person, because: string): Promise<void> {
  await leaves(trx, post, { foldedAwayAt: now(), foldedAwayBy: person.id, foldedAwayBecause: because })
  await record(trx, { kind: 'forum post folded away', by: person, ...aboutPost(post), because })
}

/** It stands in the list again. @throws Conflict when its author has taken it down meanwhile */
export async function openAgain(trx: Trx, post: ForumPost, person: Person): Promise<void> {
  if (post.takenDownAt !== null || post.foldedAwayAt === null)
    throw new Conflict('This post is not folded away any more.')
  const isOpenRequest = post.kind === 'help' && post.metAt === null
  await trx
    .updateTable('forumPosts')
    .set({
      goneAt: null,
      foldedAwayAt: null,
      foldedAwayBy: null,
      foldedAwayBecause: '',
      openSince: isOpenRequest ? post.postedAt : null,
    })
    .where('id', '=', post.id)
    .execute()
  await record(trx, { kind: 'forum post opened again', by: person, ...aboutPost(post) })
}

async function leaves(trx: Trx, post: ForumPost, how: Partial<ForumPost>): Promise<void> {
  const done = await trx
    .updateTable('forumPosts')
    .set({ ...how, goneAt: now(), openSince: null })
    .where('id', '=', post.id)
    .where('goneAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('This post is not in the forum any more.')
}

/** The request is met, perhaps by one of the answers. */
export async function sayMet(trx: Trx, post: ForumPost, person: Person, byAnswer: string | null): Promise<void> {
  await trx
    .updateTable('forumPosts')
    .set({ metAt: now(), metByAnswer: byAnswer, metSaidBy: person.id, openSince: null, askedAgainAfter: null })
    .where('id', '=', post.id)
    .execute()
  await record(trx, { kind: 'forum request met', by: person, ...aboutPost(post) })
}

/** It is still open, or open again: nobody asks about it for another four weeks. */
export async function sayOpen(trx: Trx, post: ForumPost, person: Person): Promise<void> {
  await trx
    .updateTable('forumPosts')
    .set({
      metAt: null,
      metByAnswer: null,
      metSaidBy: null,
      openSince: post.openSince ?? post.postedAt,
      askedAgainAfter: await inDaysOfSchool(trx, post.networkId, daysUntilAsked),
    })
    .where('id', '=', post.id)
    .execute()
  await record(trx, { kind: 'forum request open again', by: person, ...aboutPost(post) })
}
