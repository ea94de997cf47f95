import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { aboutPost } from '../as-fact.js'
import type { Outcome, Way } from '../kinds.js'
import { daysUntilAsked } from '../posting/posting.js'
import type { ForumPost, ForumTakeUp } from '../tables.js'

/**
 * A school takes a post up, has tried it, or says that it is not for them. Said again by the same person for the same school,
 * it is what they say now. What came of it is asked once, after four weeks, unless they have said so already.
 * @returns its id
 */
export async function takeUp(
  trx: Trx,
  post: ForumPost,
  person: Person,
  given: { how: Way; school: string; words: string; cameOf: Outcome | null; mayTell: boolean },
): Promise<string> {
  const { how, words } = given
  const at = now()
  const before = await trx
    .selectFrom('forumTakeUps')
    .selectAll()
    .where('postId', '=', post.id)
    .where('schoolId', '=', given.school)
    .where('takenBy', '=', person.id)
    .executeTakeFirst()
  const isOver = how === 'not for us' || isSettled(given.cameOf)
  const said = {
    how,
    words,
    cameOf: how === 'not for us' ? null : (given.cameOf ?? before?.cameOf ?? null),
    cameOfAt: how === 'not for us' ? null : given.cameOf ? at : (before?.cameOfAt ?? null),
    // Whoever was asked once is not asked again.
    askAfter:
      isOver || (before && before.askAfter === null) ? null : await inDaysOfSchool(trx, post.networkId, daysUntilAsked),
    mayTellAt: given.mayTell ? (before?.mayTellAt ?? at) : null,
  }
  const id = before?.id ?? newId()
  if (before) await trx.updateTable('forumTakeUps').set(said).where('id', '=', id).execute()
  else
    await trx
      .insertInto('forumTakeUps')
      .values({
        ...{ id, postId: post.id, networkId: post.networkId, schoolId: given.school },
        ...said,
        takenAt: at,
        takenBy: person.id,
        wavedAwayAt: null,
      })
      .execute()
  await countTakenUp(trx, post)
  await record(trx, { kind: 'forum post taken up', by: person, ...aboutPost(post), takeUp: id })
  return id
}

/** What came of it, in their own words. It is not asked again. */
export async function tellWhatCameOfIt(
  trx: Trx,
  takenUp: ForumTakeUp,
  person: Person,
  given: { cameOf: Outcome; cameOfWords: string; mayTell: boolean },
): Promise<void> {
  const at = now()
  const { cameOf, cameOfWords, mayTell } = given
  await trx
    .updateTable('forumTakeUps')
    .set({
      ...{ cameOf, cameOfWords, cameOfAt: at, askAfter: null },
      mayTellAt: mayTell ? (takenUp.mayTellAt ?? at) : null,
    })
    .where('id', '=', takenUp.id)
    .execute()
  const about = aboutPost({ id: takenUp.postId, networkId: takenUp.networkId })
  await record(trx, { kind: 'forum told what came of it', by: person, ...about, takeUp: takenUp.id })
}

/** They would rather not say; it is not asked again. */
export async function waveAway(trx: Trx, takenUp: ForumTakeUp): Promise<void> {
  await trx
    .updateTable('forumTakeUps')
    .set({ askAfter: null, wavedAwayAt: now() })
    .where('id', '=', takenUp.id)
    .execute()
}

function isSettled(cameOf: Outcome | null): boolean {
  return cameOf !== null && cameOf !== 'still trying'
}

async function countTakenUp(trx: Trx, post: Pick<ForumPost, 'id'>): Promise<void> {
  await trx
    .updateTable('forumPosts')
    .set(eb => ({
      takenUp: eb
        .selectFrom('forumTakeUps')
        .select(e => e.fn.count<number>('schoolId').distinct().as('schools'))
        .where('postId', '=', post.id)
        .where('how', '<>', 'not for us'),
    }))
    .where('id', '=', post.id)
    .execute()
}

export interface TakeUpShown extends ForumTakeUp {
  school: string
  by: string
}

/** Who took it up, school by school in the alphabet. */
export async function takeUpsOf(db: Db, post: Pick<ForumPost, 'id'>): Promise<TakeUpShown[]> {
  const rows = await db
    .selectFrom('forumTakeUps')
    .innerJoin('schools', 'schools.id', 'forumTakeUps.schoolId')
    .innerJoin('people', 'people.id', 'forumTakeUps.takenBy')
    .selectAll('forumTakeUps')
    .select(['schools.name as school', 'people.name as by'])
    .where('forumTakeUps.postId', '=', post.id)
    .orderBy('forumTakeUps.takenAt')
    .execute()
  return rows.sort((one, other) => byName({ name: one.school }, { name: other.school }))
}

/** @throws NotFound */
export async function findTakeUp(db: Db, post: Pick<ForumPost, 'id'>, id: string): Promise<TakeUpShown> {
  const found = (await takeUpsOf(db, post)).find(one => one.id === id)
  if (!found) throw new NotFound('take-up')
  return found
}
