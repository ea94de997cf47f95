import type { Db } from '../../database.js'
import type { EnquiriesAround } from '../../enquiries/around.js'
import { reachOf } from '../../meetings/reach.js'
import type { Reader } from '../../names/reader.js'
import { isNearEnd, termNow } from '../../networks/terms/term-now.js'
import type { Network } from '../../networks/tables.js'
import { rolesThat } from '../../people/roles/roles.js'
import { approversOf } from '../../publishing/submitting/approvers.js'
import { openSubmissions } from '../../publishing/submitting/submissions.js'
import { dayOf, today } from '../../web/now.js'
import { quoted } from '../../web/waiting.js'
import { addressOf } from '../../write-ups/write-ups.js'
import { day, listed, plural } from '../../words/words.js'

/** Something that is due in the network from somebody else. */
export interface DueOfOthers {
  text: string
  href: string
  /** By name; empty where nobody is there for whom it could wait. */
  waitsFor: string
  due: string | null
}

type Knowing = Pick<EnquiriesAround, 'enquiries' | 'terms'>

/** What is due in the network from others, of that which its leader may read; the soonest first. */
export async function dueOfOthers(
  db: Db,
  person: Reader,
  network: Pick<Network, 'id'>,
  around: Knowing,
): Promise<DueOfOthers[]> {
  const all = [
    await reportsNotSent(db, person, network, around),
    await writeUpsWaiting(db, person, around),
    await schoolsOwingAnswers(db, person, network),
    await agreedAtMeetings(db, person, network),
  ].flat()
  return all.sort((one, other) => (one.due ?? never).localeCompare(other.due ?? never))
}

const never = '9999-12-31'

/** Reports of groups, from four weeks before the end of term. */
async function reportsNotSent(
  db: Db,
  person: Reader,
  network: Pick<Network, 'id'>,
  { enquiries, terms }: Knowing,
): Promise<DueOfOthers[]> {
  const term = termNow({ terms, today: today() }, network.id)
  if (!term || !isNearEnd(term, today())) return []
  const sent = await db
    .selectFrom('shortReports')
    .select('groupId')
    .where('termId', '=', term.id)
    .where('sentAt', 'is not', null)
    .execute()
  const owing = enquiries.filter(
    one =>
      one.closedAt === null &&
      !(one.finishedAt && one.finishedAt < term.startsOn) &&
      !person.leads(one.groupId) &&
      !sent.some(row => row.groupId === one.groupId),
  )
  const leads = await leadsOf(
    db,
    owing.map(one => one.groupId),
  )
  return owing.map(({ groupId, groupName }) => ({
    text: `The report of ${groupName} for ${term.name} is not sent yet.`,
    href: `/networks/${network.id}/reports/${term.slug}#part-groups`,
    waitsFor: listed(leads.filter(one => one.groupId === groupId).map(one => one.name)),
    due: term.endsOn,
  }))
}

function leadsOf(db: Db, groupIds: string[]) {
  return db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['groupPeople.groupId', 'people.name'])
    .where('groupPeople.groupId', 'in', [...groupIds, ''])
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .orderBy('people.name')
    .execute()
}

/** Write-ups that wait for a second person other than the reader. */
async function writeUpsWaiting(db: Db, person: Reader, { enquiries }: Knowing): Promise<DueOfOthers[]> {
  const rows = await openSubmissions(db)
    .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
    .innerJoin('people', 'people.id', 'submissions.submittedBy')
    .select(['submissions.ofId', 'submissions.submittedAt', 'submissions.submittedBy', 'writeUps.groupId'])
    .select('people.name as by')
    .where('submissions.ofKind', '=', 'write-up')
    .where('writeUps.groupId', 'in', [...enquiries.map(one => one.groupId), ''])
    .orderBy('submissions.submittedAt')
    .execute()
  return Promise.all(
    rows.map(async row => {
      const enquiry = enquiries.find(one => one.groupId === row.groupId)!
      const approvers = await approversOf(db, enquiry)
      const others = approvers.filter(name => name !== row.by && name !== person.name)
      return {
        text: `The write-up of ${enquiry.groupName} was submitted on ${day(row.submittedAt)}.`,
        href: `${addressOf({ id: row.ofId })}/submission`,
        waitsFor: others.length > 0 ? `${others.join(' or ')}, to approve or return it` : '',
        due: null,
      }
    }),
  )
}

/** Schools that have not answered what was recommended to them, each with its head. */
async function schoolsOwingAnswers(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<DueOfOthers[]> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['schools.id', 'schools.name'])
    .select(eb => [eb.fn.countAll().as('count'), eb.fn.min('responses.sentAt').as('since')])
    .where('groups.networkId', '=', network.id)
    .where('schools.leftAt', 'is', null)
    .where('responses.answeredAt', 'is', null)
    .where('recommendations.withdrawnAt', 'is', null)
    .groupBy(['schools.id', 'schools.name'])
    .orderBy('schools.name')
    .execute()
  const others = rows.filter(row => !person.answersFor(row.id))
  const heads = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.schoolId', 'people.name'])
    .where('networkRoles.role', 'in', rolesThat('answers for the school'))
    .where('networkRoles.schoolId', 'in', [...others.map(row => row.id), ''])
    .where('networkRoles.endedAt', 'is', null)
    .orderBy('people.name')
    .execute()
  return others.map(({ id, name, count, since }) => ({
    text: `${name} has ${plural(Number(count), 'recommendation', 'recommendations')} to answer, ${Number(count) > 1 ? 'the oldest ' : ''}since ${day(since)}.`,
    href: `/networks/${network.id}/recommendations`,
    waitsFor: listed(heads.filter(one => one.schoolId === id).map(one => one.name)),
    due: null,
  }))
}

/** What somebody agreed to do in a circle of the network that the reader belongs to, and has not done by its day. */
async function agreedAtMeetings(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<DueOfOthers[]> {
  const { circles } = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetingActions')
    .innerJoin('circles', 'circles.id', 'meetingActions.circleId')
    .innerJoin('people', 'people.id', 'meetingActions.ownerId')
    .select(['meetingActions.what', 'meetingActions.dueOn', 'meetingActions.meetingId'])
    .select(['circles.name as circle', 'people.name as owner'])
    .where('meetingActions.networkId', '=', network.id)
    .where('meetingActions.groupId', 'is', null)
    .where('meetingActions.circleId', 'in', [...circles, ''])
    .where('meetingActions.settledAt', 'is', null)
    .where('meetingActions.dueOn', '<', today())
    .where('meetingActions.ownerId', '!=', person.id)
    .orderBy('meetingActions.dueOn')
    .limit(20)
    .execute()
  return rows.map(row => ({
    text: `Agreed with “${row.circle}”: ${quoted(row.what)}`,
    href: `/meetings/${row.meetingId}`,
    waitsFor: row.owner,
    due: dayOf(row.dueOn),
  }))
}
