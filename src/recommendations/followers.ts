import type { Db } from '../database.js'
import { follower } from '../facts/followers.js'
import { lettersAfter } from '../mail/following.js'
import { rolesThat } from '../people/roles/roles.js'
import { plural } from '../words/words.js'
import { onPaperOnly } from './slips/on-paper-only.js'
import { leadsOf } from '../groups/people.js'
import { waitingLetter } from '../mail/waiting-letters.js'
import './facts.js'

/** The heads of the schools to which a recommendation was sent, unless it was withdrawn or answered meanwhile. */
const tellHeads = lettersAfter({
  name: 'letters of recommendations',
  letter: 'recommendations',
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
    const unanswered = await db
      .selectFrom('responses')
      .select('schoolId')
      .where('recommendationId', '=', recommendation.id)
      .where('answer', 'is', null)
      .where('schoolId', 'in', schools)
      .execute()
    const heads = await headsOfAll(
      db,
      unanswered.map(one => one.schoolId),
    )
    const text = `The enquiry group “${recommendation.group}” has sent your school a recommendation.\n\nRead it, and accept it, accept it with changes or decline it, with your reason:\n${baseUrl}/recommendations/${recommendation.id}\n`
    return heads.map(({ email }) => ({
      to: email,
      subject: `A recommendation to your school from ${recommendation.group}`,
      text,
    }))
  },
})

/** The heads whom it was sent to, whether they had answered or not. */
const tellOfWithdrawal = lettersAfter({
  name: 'letters of recommendations that are withdrawn',
  letter: 'recommendations',
  follows: ['recommendation withdrawn'],
  async write({ db, baseUrl }, { aboutId }) {
    const asked = await db
      .selectFrom('responses')
      .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
      .innerJoin('groups', 'groups.id', 'recommendations.groupId')
      .select(['responses.schoolId', 'groups.name as group'])
      .where('recommendations.id', '=', aboutId)
      .where('recommendations.withdrawnAt', 'is not', null)
      .execute()
    const [first] = asked
    if (!first) return []
    const heads = await headsOfAll(
      db,
      asked.map(one => one.schoolId),
    )
    const text = `The enquiry group “${first.group}” has withdrawn a recommendation that it had sent to your school. Nothing is asked of you any more; what you answered stays readable.\n\nRead it, and why it is withdrawn:\n${baseUrl}/recommendations/${aboutId}\n`
    return heads.map(({ email }) => ({
      to: email,
      subject: `${first.group} has withdrawn a recommendation to your school`,
      text,
    }))
  },
})

function headsOfAll(db: Db, schools: string[]): Promise<{ email: string }[]> {
  return db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.email')
    .distinct()
    .where('networkRoles.role', 'in', rolesThat('answers for the school'))
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('networkRoles.schoolId', 'in', schools)
    .execute()
}

/** A head who has just got the account is asked to confirm what was entered from paper before. */
const askToConfirm = lettersAfter({
  name: 'letters that ask heads to confirm answers from paper',
  letter: 'slips',
  follows: ['role confirmed', 'role given'],
  async write({ db, baseUrl }, { aboutId, networkId, details: { role } }) {
    if (!rolesThat('answers for the school').some(one => one === role)) return []
    const headships = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .innerJoin('schools', 'schools.id', 'networkRoles.schoolId')
      .select(['people.email', 'schools.id', 'schools.name'])
      .where('networkRoles.personId', '=', aboutId)
      .where('networkRoles.networkId', '=', networkId)
      .where('networkRoles.role', 'in', rolesThat('answers for the school'))
      .where('networkRoles.endedAt', 'is', null)
      .execute()
    const letters = await Promise.all(
      headships.map(async ({ email, id, name }) => {
        const entered = await onPaperOnly(db, [id]).select('responses.id').execute()
        const many = plural(entered.length, 'answer', 'answers')
        return entered.length === 0
          ? []
          : [
              {
                to: email,
                subject: `Confirm what ${name} answered on paper`,
                text: `Before you had an account, colleagues entered ${many} of ${name} from reply slips on paper.\n\nRead what was entered, and confirm it or change it:\n${baseUrl}/networks/${networkId}/recommendations\n`,
              },
            ]
      }),
    )
    return letters.flat()
  },
})

const tellLeadersOfHeads = lettersAfter({
  name: 'letters that ask leaders to invite a head',
  letter: 'heads-wanted',
  follows: ['head asked for'],
  async write({ db, baseUrl }, { networkId, personId, details: { school } }) {
    const leaders = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select(['people.id', 'people.email'])
      .distinct()
      .where('networkRoles.networkId', '=', networkId)
      .where('networkRoles.role', 'in', rolesThat('leads the network'))
      .where('networkRoles.endedAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .execute()
    const text = `A recommendation was sent to ${school}, which has no head on the workbench to answer it.\n\nYou are asked to invite the head. The address waits for you on Your day:\n${baseUrl}/\n`
    return leaders
      .filter(({ id }) => id !== personId)
      .map(({ email }) => ({ to: email, subject: `Please invite the head of ${school}`, text }))
  },
})

/** An address is kept only until the school has its head. */
const forgetHeadsAskedFor = follower({
  name: 'forgetting addresses of heads who are here',
  follows: ['role confirmed', 'role given'],
  async run({ db }, { aboutId, details: { role } }) {
    if (!rolesThat('answers for the school').some(one => one === role)) return
    await db
      .deleteFrom('headsAskedFor')
      .where('schoolId', 'in', eb =>
        eb
          .selectFrom('networkRoles')
          .select(e => e.ref('networkRoles.schoolId').$notNull().as('schoolId'))
          .where('networkRoles.personId', '=', aboutId)
          .where('networkRoles.role', 'in', rolesThat('answers for the school'))
          .where('networkRoles.endedAt', 'is', null),
      )
      .execute()
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

export const recommendationFollowers = [
  tellHeads,
  tellOfWithdrawal,
  askToConfirm,
  tellLeadersOfHeads,
  forgetHeadsAskedFor,
  ofAnswers,
]
