import type { KnowsHowOf } from '../../networks/year.js'
import { rolesThat } from '../../people/roles/roles.js'
import { mayTakePart } from '../permissions.js'

/** Colleagues who offered something and said that one may ask them, for as long as they work in the network. */
export const forumKnowsHow: KnowsHowOf = async (db, person, network) => {
  if (!mayTakePart(person, network)) return []
  const rows = await db
    .selectFrom('forumPosts')
    .innerJoin('people', 'people.id', 'forumPosts.postedBy')
    .leftJoin('schools', 'schools.id', 'forumPosts.schoolId')
    .select(['forumPosts.id', 'forumPosts.sentence', 'forumPosts.postedBy'])
    .select(['people.name', 'schools.name as school'])
    .where('forumPosts.networkId', '=', network.id)
    .where('forumPosts.goneAt', 'is', null)
    .where('forumPosts.asksWelcomeAt', 'is not', null)
    .where('people.disabledAt', 'is', null)
    .where('forumPosts.postedBy', 'in', eb =>
      eb
        .selectFrom('networkRoles')
        .select('networkRoles.personId')
        .where('networkRoles.networkId', '=', network.id)
        .where('networkRoles.role', 'in', rolesThat('works'))
        .where('networkRoles.endedAt', 'is', null),
    )
    .orderBy('forumPosts.postedAt', 'desc')
    .execute()
  return rows.map(row => ({
    personId: row.postedBy,
    name: row.name,
    school: row.school ?? '',
    what: row.sentence,
    because: 'offered it in the forum',
    href: `/networks/${network.id}/forum/${row.id}`,
  }))
}
