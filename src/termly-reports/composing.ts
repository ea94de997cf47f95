import type { Db } from '../database.js'
import { pseudonymsByGroup } from '../evidence/pseudonyms.js'
import type { Network, Term } from '../networks/tables.js'
import { termBefore } from '../networks/terms.js'
import { stageNamed } from '../stages.js'
import { listed, plural } from '../web/words.js'
import { type Window, windowOf } from './window.js'

/** What changed since last term, from the records of both, as the first words of that part. */
export async function composedChanges(db: Db, network: Network, term: Term): Promise<string> {
  const before = await termBefore(db, term)
  const window = await windowOf(db, term)
  const now = await numbersIn(db, network.id, window)
  const last = before ? await numbersIn(db, network.id, await windowOf(db, before)) : undefined
  const than = (count: number) => (last ? ` (last term ${count.toLocaleString('en-GB')})` : '')
  const lines = [
    now.began.length > 0 ? `${listed(now.began)} began.` : '',
    ...now.moves,
    now.finished.length > 0 ? `${listed(now.finished)} finished a cycle.` : '',
    `${plural(now.evidence, 'piece', 'pieces')} of evidence logged${than(last?.evidence ?? 0)}, from ${plural(now.schools, 'school', 'schools')}${than(last?.schools ?? 0)}.`,
    now.recommendations > 0 || (last?.recommendations ?? 0) > 0
      ? `${plural(now.recommendations, 'recommendation', 'recommendations')} sent to schools${than(last?.recommendations ?? 0)}; ${plural(now.answers, 'answer', 'answers')} from heads${than(last?.answers ?? 0)}.`
      : '',
    now.published.length > 0 ? `Published: ${listed(now.published)}.` : '',
  ]
  return lines
    .filter(Boolean)
    .map(line => `- ${line}`)
    .join('\n')
}

interface Numbers {
  began: string[]
  finished: string[]
  moves: string[]
  published: string[]
  evidence: number
  schools: number
  recommendations: number
  answers: number
}

async function numbersIn(db: Db, networkId: string, { from, until }: Window): Promise<Numbers> {
  const began = await db
    .selectFrom('groups')
    .select('name')
    .where('networkId', '=', networkId)
    .where('proposedAt', '>=', from)
    .where('proposedAt', '<', until)
    .orderBy('name')
    .execute()
  const finished = await db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .select('groups.name')
    .where('groups.networkId', '=', networkId)
    .where('enquiries.finishedAt', '>=', from)
    .where('enquiries.finishedAt', '<', until)
    .orderBy('groups.name')
    .execute()
  const evidence = await db
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .leftJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .select(eb => [
      eb.fn.count<number>('evidence.id').distinct().as('pieces'),
      eb.fn.count<number>('evidenceSchools.schoolId').distinct().as('schools'),
    ])
    .where('groups.networkId', '=', networkId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where('evidence.withdrawnAt', 'is', null)
    .where('evidence.loggedAt', '>=', from)
    .where('evidence.loggedAt', '<', until)
    .executeTakeFirstOrThrow()
  const responses = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .select(['recommendations.id', 'responses.sentAt', 'responses.answeredAt'])
    .where('groups.networkId', '=', networkId)
    .execute()
  const during = (moment: string | null) => moment !== null && moment >= from && moment < until
  const published = await db
    .selectFrom('editions')
    .select('title')
    .distinct()
    .where('networkId', '=', networkId)
    .where('ofKind', '=', 'write-up')
    .where('withdrawnAt', 'is', null)
    .where('publishedAt', '>=', from)
    .where('publishedAt', '<', until)
    .execute()
  return {
    began: began.map(row => row.name),
    finished: finished.map(row => row.name),
    moves: await movesIn(db, networkId, { from, until }),
    published: published.map(row => `“${row.title}”`),
    evidence: Number(evidence.pieces),
    schools: Number(evidence.schools),
    recommendations: new Set(responses.filter(row => during(row.sentAt)).map(row => row.id)).size,
    answers: responses.filter(row => during(row.answeredAt)).length,
  }
}

/** One line a group: where it stood at the start, and where it stands now. */
async function movesIn(db: Db, networkId: string, { from, until }: Window): Promise<string[]> {
  const moves = await db
    .selectFrom('stageMoves')
    .innerJoin('enquiries', 'enquiries.id', 'stageMoves.enquiryId')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .select(['groups.name', 'stageMoves.fromStage', 'stageMoves.toStage'])
    .where('groups.networkId', '=', networkId)
    .where('stageMoves.movedAt', '>=', from)
    .where('stageMoves.movedAt', '<', until)
    .orderBy('stageMoves.movedAt')
    .execute()
  const ways = new Map<string, { from: string; to: string }>()
  for (const move of moves) ways.set(move.name, { from: ways.get(move.name)?.from ?? move.fromStage, to: move.toStage })
  return [...ways]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, way]) => `${name} went from ${stageNamed(way.from).name} to ${stageNamed(way.to).name}.`)
}

/** How a school took part in a term. Side by side in alphabetical order, and nothing is ranked. */
export interface Participation {
  school: string
  groups: string[]
  people: number
  evidence: number
}

export async function participationIn(db: Db, networkId: string, term: Term): Promise<Participation[]> {
  const { from, until } = await windowOf(db, term)
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('networkId', '=', networkId)
    .where('joinedAt', '<', until)
    .where('leftAt', 'is', null)
    .execute()
  const members = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groupPeople.schoolId', 'groupPeople.personId', 'groups.name'])
    .where('groups.networkId', '=', networkId)
    .where('groupPeople.role', '<>', 'facilitator')
    .where('groupPeople.joinedAt', '<', until)
    .where(eb => eb.or([eb('groupPeople.leftAt', 'is', null), eb('groupPeople.leftAt', '>=', from)]))
    .where(eb => eb.or([eb('groups.closedAt', 'is', null), eb('groups.closedAt', '>=', from)]))
    .execute()
  const pieces = await db
    .selectFrom('evidenceSchools')
    .innerJoin('evidence', 'evidence.id', 'evidenceSchools.evidenceId')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .select(['evidenceSchools.schoolId', eb => eb.fn.countAll<number>().as('pieces')])
    .where('groups.networkId', '=', networkId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where('evidence.withdrawnAt', 'is', null)
    .where('evidence.loggedAt', '>=', from)
    .where('evidence.loggedAt', '<', until)
    .groupBy('evidenceSchools.schoolId')
    .execute()
  const inOrder = new Intl.Collator(['cy', 'en-GB'])
  return schools
    .sort((one, other) => inOrder.compare(one.name, other.name))
    .map(school => {
      const own = members.filter(member => member.schoolId === school.id)
      return {
        school: school.name,
        groups: [...new Set(own.map(member => member.name))].sort(inOrder.compare),
        people: new Set(own.map(member => member.personId)).size,
        evidence: Number(pieces.find(one => one.schoolId === school.id)?.pieces ?? 0),
      }
    })
}

export interface RecommendationInReport {
  recommendation: string
  group: string
  /** Answers whose heads agreed that they may be published. */
  open: { school: string; answer: string; adoption: string | null }[]
  answered: number
  asked: number
}

/** Recommendations that were sent, answered or put in place in the term. */
export async function recommendationsInTerm(db: Db, networkId: string, term: Term): Promise<RecommendationInReport[]> {
  const { from, until } = await windowOf(db, term)
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['recommendations.id', 'recommendations.recommendation', 'groups.name as group', 'schools.name as school'])
    .select(['recommendations.groupId', 'responses.schoolId'])
    .select([
      'responses.answer',
      'responses.adoption',
      'responses.publicAt',
      'responses.sentAt',
      'responses.answeredAt',
      'responses.inPlaceAt',
    ])
    .where('groups.networkId', '=', networkId)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.sentAt', '<', until)
    .orderBy('groups.name')
    .orderBy('recommendations.number')
    .orderBy('schools.name')
    .execute()
  const during = (moment: string | null) => moment !== null && moment >= from && moment < until
  const told = new Map<string, RecommendationInReport & { live: boolean }>()
  const pseudonyms = pseudonymsByGroup(db)
  for (const row of rows) {
    const { words, school } = await pseudonyms(row.groupId)
    const one = told.get(row.id) ?? {
      recommendation: words(row.recommendation),
      group: row.group,
      open: [],
      answered: 0,
      asked: 0,
      live: false,
    }
    one.asked++
    if (row.answer !== null) one.answered++
    if (row.answer !== null && row.publicAt !== null)
      one.open.push({
        school: school({ id: row.schoolId, name: row.school }),
        answer: row.answer,
        adoption: row.adoption,
      })
    one.live ||= during(row.sentAt) || during(row.answeredAt) || during(row.inPlaceAt)
    told.set(row.id, one)
  }
  return [...told.values()].filter(one => one.live)
}
