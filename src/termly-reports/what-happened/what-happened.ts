import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { type Moved, whatMoved } from '../../enquiries/history/what-moved.js'
import { plural } from '../../words/words.js'
import { notShared } from '../../reach/reaches.js'
import type { Window } from './window.js'

/** Whose term it is: a group's, or that of every group in a network. The same records tell both. */
export type Scope = { groupId: string } | { networkId: string }

type Place = ['groups.id' | 'groups.networkId', '=', string]

function placeOf(scope: Scope): Place {
  return 'groupId' in scope ? ['groups.id', '=', scope.groupId] : ['groups.networkId', '=', scope.networkId]
}

/** Groups that were proposed in the time, by name. */
export async function groupsBegunIn(db: Db, scope: Scope, window: Window): Promise<string[]> {
  return namesOf(await movedIn(db, scope, window), 'group proposed')
}

/** Groups that finished a cycle in the time, by name; a group that finished two stands twice. */
export async function cyclesFinishedIn(db: Db, scope: Scope, window: Window): Promise<string[]> {
  return namesOf(await movedIn(db, scope, window), 'cycle finished')
}

async function movedIn(db: Db, scope: Scope, window: Window): Promise<(Moved & { group: string })[]> {
  const groups = await db
    .selectFrom('groups')
    .select(['groups.id', 'groups.name'])
    .where(...placeOf(scope))
    .execute()
  const names = new Map(groups.map(group => [group.id, group.name]))
  const moved = await whatMoved(db, [...names.keys()], window)
  return moved.map(one => ({ ...one, group: names.get(one.groupId)! }))
}

function namesOf(moved: (Moved & { group: string })[], kind: Moved['kind']): string[] {
  return moved
    .filter(one => one.kind === kind)
    .map(one => one.group)
    .sort((one, other) => one.localeCompare(other))
}

/** How many groups were at work at any moment of the time. */
export async function groupsAtWorkIn(db: Db, scope: Scope, { from, until }: Window): Promise<number> {
  const row = await db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .select(eb => eb.fn.count<number>('groups.id').distinct().as('groups'))
    .where(...placeOf(scope))
    .where('groups.proposedAt', '<', until)
    .where(eb => eb.or([eb('groups.closedAt', 'is', null), eb('groups.closedAt', '>=', from)]))
    .where(eb => eb.or([eb('enquiries.finishedAt', 'is', null), eb('enquiries.finishedAt', '>=', from)]))
    .executeTakeFirstOrThrow()
  return Number(row.groups)
}

export interface Move {
  group: string
  from: string
  to: string
  /** What the group said as it moved. */
  sentence: string
}

/** Every move from one stage to another, in the order of time. */
export async function movesIn(db: Db, scope: Scope, window: Window): Promise<Move[]> {
  return (await movedIn(db, scope, window)).flatMap(one =>
    one.kind === 'stage moved'
      ? [{ group: one.group, from: one.details.from, to: one.details.to, sentence: one.because ?? '' }]
      : [],
  )
}

/*
 * What follows is counted from the records as they stand now, and not from what was done: a piece that was withdrawn or
 * narrowed since, an action that was removed, a claim that was given up tells nothing in a report any more.
 */

/** Evidence that was logged in the time and is shared with the group, without gaps. */
function evidenceOf(db: Db, scope: Scope, { from, until }: Window) {
  return db
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .where(...placeOf(scope))
    .where('evidence.reach', 'not in', notShared)
    .where('evidence.loggedAt', '>=', from)
    .where('evidence.loggedAt', '<', until)
}

export async function evidenceIn(db: Db, scope: Scope, window: Window): Promise<{ pieces: number; schools: number }> {
  const row = await evidenceOf(db, scope, window)
    .leftJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .select(eb => [
      eb.fn.count<number>('evidence.id').distinct().as('pieces'),
      eb.fn.count<number>('evidenceSchools.schoolId').distinct().as('schools'),
    ])
    .executeTakeFirstOrThrow()
  return { pieces: Number(row.pieces), schools: Number(row.schools) }
}

/** How many pieces of each kind were logged. */
export async function evidenceByKindIn(db: Db, scope: Scope, window: Window): Promise<Map<string, number>> {
  const rows = await evidenceOf(db, scope, window)
    .select(eb => ['evidence.kind', eb.fn.count<number>('evidence.id').as('pieces')])
    .groupBy('evidence.kind')
    .execute()
  return new Map(rows.map(row => [row.kind, Number(row.pieces)]))
}

/** How many pieces were logged from each school, by the school's id. */
export async function evidenceBySchoolIn(db: Db, scope: Scope, window: Window): Promise<Map<string, number>> {
  const rows = await evidenceOf(db, scope, window)
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .select(eb => ['evidenceSchools.schoolId', eb.fn.count<number>('evidence.id').as('pieces')])
    .groupBy('evidenceSchools.schoolId')
    .execute()
  return new Map(rows.map(row => [row.schoolId, Number(row.pieces)]))
}

/** Claims that were made in the time; `held` where they were not given up since. */
export async function claimsIn(
  db: Db,
  scope: Scope,
  { from, until }: Window,
): Promise<{ claim: string; held: boolean }[]> {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('groups', 'groups.id', 'claims.groupId')
    .select(['claims.claim', 'claims.retiredAt'])
    .where(...placeOf(scope))
    .where('claims.madeAt', '>=', from)
    .where('claims.madeAt', '<', until)
    .orderBy('claims.number')
    .execute()
  return unread(rows).map(({ claim, retiredAt }) => ({ claim, held: retiredAt === null }))
}

/** What was agreed to be tried, in the words of the groups. */
export async function actionsIn(db: Db, scope: Scope, { from, until }: Window): Promise<string[]> {
  const rows = await db
    .selectFrom('actions')
    .innerJoin('groups', 'groups.id', 'actions.groupId')
    .select('actions.action')
    .where(...placeOf(scope))
    .where('actions.removedAt', 'is', null)
    .where('actions.agreedAt', '>=', from)
    .where('actions.agreedAt', '<', until)
    .execute()
  return unread(rows).map(row => row.action)
}

/** How many effects were judged, each an action in a school. */
export async function effectsJudgedIn(db: Db, scope: Scope, { from, until }: Window): Promise<number> {
  const row = await db
    .selectFrom('effects')
    .innerJoin('actions', 'actions.id', 'effects.actionId')
    .innerJoin('groups', 'groups.id', 'actions.groupId')
    .select(eb => eb.fn.count<number>('effects.id').as('effects'))
    .where(...placeOf(scope))
    .where('effects.judgedAt', '>=', from)
    .where('effects.judgedAt', '<', until)
    .executeTakeFirstOrThrow()
  return Number(row.effects)
}

export interface RecommendationsCounted {
  /** Recommendations that were sent to at least one school. */
  sent: number
  answers: number
  /** Schools in which one was put in place. */
  inPlace: number
}

export async function recommendationsIn(
  db: Db,
  scope: Scope,
  { from, until }: Window,
): Promise<RecommendationsCounted> {
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .select(['recommendations.id', 'responses.sentAt', 'responses.answeredAt', 'responses.inPlaceAt'])
    .where(...placeOf(scope))
    .execute()
  const during = (moment: string | null) => moment !== null && moment >= from && moment < until
  return {
    sent: new Set(rows.filter(row => during(row.sentAt)).map(row => row.id)).size,
    answers: rows.filter(row => during(row.answeredAt)).length,
    inPlace: rows.filter(row => during(row.inPlaceAt)).length,
  }
}

/** Titles of write-ups that were published in the time and stand still. */
export async function writeUpsPublishedIn(db: Db, networkId: string, { from, until }: Window) {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('writeUps', 'writeUps.id', 'editions.ofId')
    .select(['editions.title', 'editions.slug', 'writeUps.groupId'])
    .where('editions.networkId', '=', networkId)
    .where('editions.ofKind', '=', 'write-up')
    .where('editions.withdrawnAt', 'is', null)
    .where('editions.publishedAt', '>=', from)
    .where('editions.publishedAt', '<', until)
    .orderBy('editions.number')
    .execute()
  return [...new Map(rows.map(row => [row.slug, row])).values()]
}

/** Days of release time that the groups counted in a term; null where nobody did. */
export async function releaseDaysIn(db: Db, networkId: string, term: { id: string }): Promise<number | null> {
  const row = await db
    .selectFrom('shortReports')
    .innerJoin('groups', 'groups.id', 'shortReports.groupId')
    .select(eb => eb.fn.sum<number | null>('shortReports.releaseDays').as('days'))
    .where('groups.networkId', '=', networkId)
    .where('shortReports.termId', '=', term.id)
    .where('shortReports.sentAt', 'is not', null)
    .executeTakeFirst()
  return row?.days ? Number(row.days) : null
}

/** What was done, as the parts of a sentence that begins with "We". */
export function doneInWords(done: {
  pieces: number
  schools: number
  claims: number
  actions: number
  recommendations: number
}): string[] {
  const { pieces, schools, claims, actions, recommendations } = done
  return [
    pieces > 0
      ? `logged ${plural(pieces, 'piece', 'pieces')} of evidence${schools > 1 ? ` from ${schools} schools` : ''}`
      : '',
    claims > 0 ? `made ${plural(claims, 'claim', 'claims')}` : '',
    actions > 0 ? `agreed to ${plural(actions, 'action', 'actions')}` : '',
    recommendations > 0 ? `sent ${plural(recommendations, 'recommendation', 'recommendations')} to schools` : '',
  ].filter(Boolean)
}
