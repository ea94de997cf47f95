import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { notShared } from '../../reach/reaches.js'
import { groupsInScope, type Scope } from './scope.js'
import type { Window } from './window.js'

/*
 * What is told here is counted from the records as they stand now, and not from what was done: a piece that was withdrawn or
 * narrowed since, an action that was removed, a claim that was given up tells nothing in a report any more.
 */

/** How many groups were at work at any moment of the time. */
export async function groupsAtWorkIn(db: Db, scope: Scope, { from, until }: Window): Promise<number> {
  const row = await db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .select(eb => eb.fn.count<number>('groups.id').distinct().as('groups'))
    .where(...groupsInScope(scope))
    .where('groups.proposedAt', '<', until)
    .where(eb => eb.or([eb('groups.closedAt', 'is', null), eb('groups.closedAt', '>=', from)]))
    .where(eb => eb.or([eb('enquiries.finishedAt', 'is', null), eb('enquiries.finishedAt', '>=', from)]))
    .executeTakeFirstOrThrow()
  return Number(row.groups)
}

export interface ClaimInTerm {
  claim: string
  strength: string
  /** It was not given up since. */
  held: boolean
  /** How many pieces that stand still speak for it. */
  for: number
  /** What the group says of each that speaks against it, empty where it says nothing. */
  against: string[]
}

/** Claims that were made in the time. */
export async function claimsIn(db: Db, scope: Scope, { from, until }: Window): Promise<ClaimInTerm[]> {
  const rows = await db
    .selectFrom('claims')
    .innerJoin('groups', 'groups.id', 'claims.groupId')
    .select(['claims.id', 'claims.claim', 'claims.strength', 'claims.retiredAt'])
    .where(...groupsInScope(scope))
    .where('claims.madeAt', '>=', from)
    .where('claims.madeAt', '<', until)
    .orderBy('claims.number')
    .execute()
  const sides = await piecesOnEachSide(
    db,
    rows.map(row => row.id),
  )
  const onSides = unread(sides)
  return unread(rows).map(({ id, claim, strength, retiredAt }) => {
    const on = (bearing: string) => onSides.filter(one => one.claimId === id && one.bearing === bearing)
    return {
      claim,
      strength,
      held: retiredAt === null,
      for: notesOf(on('for')).length,
      against: notesOf(on('against')),
    }
  })
}

/** What is said of each piece, once. */
function notesOf(sides: { evidenceId: string; note: string }[]): string[] {
  const notes = new Map<string, string>()
  for (const { evidenceId, note } of sides) notes.set(evidenceId, notes.get(evidenceId) || note)
  return [...notes.values()]
}

/** The pieces that claims lean on, whole or by their passages, as far as the group still shares them. */
async function piecesOnEachSide(db: Db, claimIds: string[]) {
  if (claimIds.length === 0) return []
  const linked = (table: 'claimEvidence' | 'claimPassages') =>
    db
      .selectFrom(table)
      .innerJoin('evidence', 'evidence.id', `${table}.evidenceId`)
      .select([`${table}.claimId`, `${table}.evidenceId`, `${table}.bearing`, `${table}.note`])
      .where(`${table}.claimId`, 'in', claimIds)
      .where('evidence.reach', 'not in', notShared)
      .execute()
  return [...(await linked('claimEvidence')), ...(await linked('claimPassages'))]
}

/** What was agreed to be tried, in the words of the groups. */
export async function actionsIn(db: Db, scope: Scope, { from, until }: Window): Promise<string[]> {
  const rows = await db
    .selectFrom('actions')
    .innerJoin('groups', 'groups.id', 'actions.groupId')
    .select('actions.action')
    .where(...groupsInScope(scope))
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
    .where(...groupsInScope(scope))
    .where('effects.judgement', '<>', '')
    .where('effects.confidence', '<>', '')
    .where('effects.judgedAt', '>=', from)
    .where('effects.judgedAt', '<', until)
    .executeTakeFirstOrThrow()
  return Number(row.effects)
}

/** Titles of write-ups that were published in the time and stand still. */
export async function writeUpsPublishedIn(db: Db, { networkId }: { networkId: string }, { from, until }: Window) {
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
