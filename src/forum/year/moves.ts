import type { Move, MovesOf } from '../../networks/year.js'
import { outcomeNamed } from '../kinds.js'
import { mayTakePart } from '../permissions.js'

/** What went from the school that offered it to the school that took it up, as it stood at the end of the span. */
export const forumMoves: MovesOf = async (db, person, network, { from, until }) => {
  if (!person || !mayTakePart(person, network)) return []
  const rows = await db
    .selectFrom('forumTakeUps')
    .innerJoin('forumPosts', 'forumPosts.id', 'forumTakeUps.postId')
    .innerJoin('schools', 'schools.id', 'forumTakeUps.schoolId')
    .innerJoin('people', 'people.id', 'forumPosts.postedBy')
    .leftJoin('schools as offering', 'offering.id', 'forumPosts.schoolId')
    .selectAll('forumTakeUps')
    .select(['schools.name as school', 'people.name as by', 'forumPosts.postedBy', 'forumPosts.sentence'])
    .select(['offering.id as fromId', 'offering.name as fromSchool'])
    .where('forumTakeUps.networkId', '=', network.id)
    .where('forumTakeUps.how', '<>', 'not for us')
    .where('forumPosts.goneAt', 'is', null)
    .where(eb =>
      eb.or([
        eb.and([eb('forumTakeUps.takenAt', '>=', from), eb('forumTakeUps.takenAt', '<', until)]),
        eb.and([eb('forumTakeUps.cameOfAt', '>=', from), eb('forumTakeUps.cameOfAt', '<', until)]),
      ]),
    )
    .orderBy('forumTakeUps.takenAt')
    .execute()
  return rows
    .filter(row => row.fromId !== row.schoolId)
    .map((row): Move => {
      const isTold = row.cameOf !== null && row.cameOfAt !== null && row.cameOfAt < until
      return {
        at: isTold ? row.cameOfAt! : row.takenAt,
        from: row.fromId
          ? { kind: 'school', id: row.fromId, name: row.fromSchool!, schoolIds: [row.fromId] }
          : { kind: 'person', id: row.postedBy, name: row.by, schoolIds: [] },
        to: { kind: 'school', id: row.schoolId, name: row.school },
        what: row.sentence,
        how: isTold ? outcomeNamed(row.cameOf!).moved : row.how === 'tried it' ? 'tries it' : 'took it up',
        madeOfIt: (isTold && row.cameOfWords) || row.words,
        href: `/networks/${network.id}/forum/${row.postId}`,
        isPublic: false,
      }
    })
}
