import { leadsOf } from '../groups/people.js'
import { waitingLetter } from '../mail/waiting-letters.js'
import type { LetterSort } from '../mail/wishes.js'
import './facts.js'
import { submissionsOf } from './submitting/submissions.js'

export const publishingLetters: LetterSort[] = [
  {
    letter: 'write-ups-returned',
    name: 'Our write-up comes back with comments',
    holds: 'When a second person returned what you submitted, and says what should change.',
    of: 'My group',
  },
  {
    letter: 'gaps',
    name: 'Our published work has a gap',
    holds: 'When a piece that it rests on was taken back, so that readers do not see it any more.',
    of: 'My group',
  },
]

const ofReturned = waitingLetter({
  letter: 'write-ups-returned',
  follows: ['submission returned'],
  async tell(db, { groupId, aboutId }) {
    const [newest] = await submissionsOf(db, { ofKind: 'write-up', ofId: aboutId ?? '' })
    if (!newest?.returnedAt) return []
    const group = await db.selectFrom('groups').select(['id', 'name']).where('id', '=', groupId).executeTakeFirst()
    if (!group) return []
    const says = `The write-up of ${group.name} came back with comments.`
    return [{ to: await leadsOf(db, group.id), says, address: `/groups/${group.id}/write-up` }]
  },
})

/** To those who can make a new edition: whoever leads the group, and for a termly report the network. */
const ofGaps = waitingLetter({
  letter: 'gaps',
  follows: ['evidence withdrawn', 'consent withdrawn', 'evidence narrowed'],
  async tell(db, { aboutId }) {
    const editions = await db
      .selectFrom('editionEvidence')
      .innerJoin('editions', 'editions.id', 'editionEvidence.editionId')
      .leftJoin('writeUps', 'writeUps.id', 'editions.ofId')
      .leftJoin('groups', 'groups.id', 'writeUps.groupId')
      .select(['editions.ofKind', 'editions.ofId', 'editions.networkId', 'editions.slug', 'groups.name as group'])
      .select('writeUps.groupId')
      .distinct()
      .where('editionEvidence.evidenceId', '=', aboutId)
      .where('editions.withdrawnAt', 'is', null)
      .execute()
    return Promise.all(
      editions.map(async one => {
        if (one.groupId !== null)
          return {
            to: await leadsOf(db, one.groupId),
            says: `A piece that the published write-up of ${one.group} rests on was taken back, so it has a gap now.`,
            address: `/published/write-ups/${one.slug}`,
          }
        const leaders = await db
          .selectFrom('networkRoles')
          .select('personId')
          .where('networkId', '=', one.networkId)
          .where('role', '=', 'network leader')
          .where('endedAt', 'is', null)
          .execute()
        return {
          to: leaders.map(leader => leader.personId),
          says: 'A piece that a published termly report rests on was taken back, so it has a gap now.',
          address: `/published/reports/${one.slug}`,
        }
      }),
    )
  },
})

export const publishingFollowers = [ofReturned, ofGaps]
