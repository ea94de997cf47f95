import { leadsOf } from '../groups/people.js'
import { lettersAfter } from '../mail/following.js'
import { waitingLetter } from '../mail/waiting-letters.js'
import './facts.js'

/** The heads of the schools to which a recommendation was sent, unless it was withdrawn meanwhile. */
const tellHeads = lettersAfter({
  name: 'letters of recommendations',
  follows: ['recommendation sent'],
  async write({ db, baseUrl }, { aboutId, details: { schools } }) {
    const recommendation = await db
      .selectFrom('recommendations')
      .innerJoin('groups', 'groups.id', 'recommendations.groupId')
      .select(['recommendations.id', 'groups.name as group'])
      .where('recommendations.id', '=', aboutId)
      .where('recommendations.withdrawnAt', 'is', null)
      .executeTakeFirst()
    if (!recommendation || schools.length === 0) return []
    const heads = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select('people.email')
      .distinct()
      .where('networkRoles.role', '=', 'headteacher')
      .where('networkRoles.endedAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .where('networkRoles.schoolId', 'in', schools)
      .execute()
    const text = `The enquiry group “${recommendation.group}” has sent your school a recommendation.\n\nRead it, and accept, adapt or decline it with your reason:\n${baseUrl}/recommendations/${recommendation.id}\n`
    return heads.map(({ email }) => ({
      to: email,
      subject: `A recommendation to your school from ${recommendation.group}`,
      text,
    }))
  },
})

/** Whoever leads the group hears that a school has answered, and reads there what. */
const ofAnswers = waitingLetter({
  letter: 'answers-of-heads',
  follows: ['recommendation answered', 'adoption followed'],
  async tell(db, { kind, aboutId, groupId, details: { number } }) {
    const group = await db.selectFrom('groups').select(['id', 'name']).where('id', '=', groupId).executeTakeFirst()
    if (!group) return []
    const what = kind === 'recommendation answered' ? 'has answered' : 'tells how far it is with'
    const says = `A school ${what} recommendation R${number} of ${group.name}.`
    return [{ to: await leadsOf(db, group.id), says, address: `/recommendations/${aboutId}` }]
  },
})

export const recommendationFollowers = [tellHeads, ofAnswers]
