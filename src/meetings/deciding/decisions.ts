import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { containing } from '../../words/folded.js'
import { newId } from '../../web/new-id.js'
import { dayOf, now } from '../../web/now.js'
import { sql } from 'kysely'
import { knownTo, minutesFor, wasThere } from '../meetings.js'
import { type MeetingReach, reachOf } from '../reach.js'
import type { Decision, Meeting } from '../tables.js'

/** A decision as somebody reads it, with its circle and its meeting. */
export interface DecisionShown extends Decision {
  /** `D12` */
  label: string
  circle: string
  meeting: string
  confidential: boolean
  /** The label of the one that stands in its place now. */
  supersededLabel: string | null
}

/** Which decisions are asked for. */
export interface DecisionFilter {
  networkId?: string
  circleId?: string
  meetingId?: string
  ids?: string[]
  words?: string
  /** Only those that still hold. */
  standing?: boolean
}

/** The decisions that somebody may read, the newest first. */
export async function decisionsFor(
  db: Db,
  person: Reader,
  reach: MeetingReach,
  filter: DecisionFilter,
  page?: { from: number; most: number },
): Promise<DecisionShown[]> {
  let query = asked(db, reach, filter)
    .leftJoin('decisions as newer', 'newer.id', 'decisions.supersededBy')
    .selectAll('decisions')
    .select(['circles.name as circle', 'meetings.title as meeting', 'agendaItems.confidentialAt'])
    .select('newer.number as supersededNumber')
    .orderBy('decisions.decidedOn', 'desc')
    .orderBy('decisions.number', 'desc')
  if (page) query = query.limit(page.most).offset(page.from)
  const rows = await query.execute()
  return Promise.all(
    rows.map(async ({ confidentialAt, supersededNumber, ...row }) => {
      const shown = {
        ...row,
        label: `D${row.number}`,
        confidential: confidentialAt !== null,
        supersededLabel: supersededNumber === null ? null : `D${supersededNumber}`,
      }
      return row.groupId === null ? shown : (await person.namesIn(db, row.groupId)).read(shown)
    }),
  )
}

export async function countDecisions(db: Db, reach: MeetingReach, filter: DecisionFilter): Promise<number> {
  const { count } = await asked(db, reach, filter)
    .select(eb => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** @throws NotFound for a decision that is not for this person */
export async function findDecision(db: Db, person: Reader, id: string): Promise<DecisionShown> {
  const [found] = await decisionsFor(db, person, await reachOf(db, person), { ids: [id] })
  if (!found) throw new NotFound('decision')
  return found
}

/** Only what somebody may read: of minutes that are theirs to read, and nothing confidential unless they were there. */
function asked(db: Db, reach: MeetingReach, { networkId, circleId, meetingId, ids, words, standing }: DecisionFilter) {
  let query = db
    .selectFrom('decisions')
    .innerJoin('meetings', 'meetings.id', 'decisions.meetingId')
    .innerJoin('circles', 'circles.id', 'decisions.circleId')
    .innerJoin('agendaItems', 'agendaItems.id', 'decisions.itemId')
    .where('decisions.removedAt', 'is', null)
    .where(knownTo(reach))
    .where(minutesFor(reach))
    .where(eb => eb.or([eb('agendaItems.confidentialAt', 'is', null), wasThere(reach)]))
  if (networkId) query = query.where('decisions.networkId', '=', networkId).where('decisions.groupId', 'is', null)
  if (circleId) query = query.where('decisions.circleId', '=', circleId)
  if (meetingId) query = query.where('decisions.meetingId', '=', meetingId)
  if (ids) query = query.where('decisions.id', 'in', [...ids, ''])
  if (standing) query = query.where('decisions.supersededBy', 'is', null)
  for (const word of (words ?? '').split(/\s+/).filter(Boolean).slice(0, 8))
    query = query.where(
      sql<boolean>`(decisions.decision || ' ' || decisions.reason) like ${containing(word)} escape '\\'`,
    )
  return query
}

/** Writes a decision down, under the next number of its circle. */
export async function recordDecision(
  trx: Trx,
  meeting: Pick<Meeting, 'id' | 'networkId' | 'groupId' | 'startsAt'>,
  person: Person,
  { circleId, itemId, decision, reason }: Pick<Decision, 'circleId' | 'itemId' | 'decision' | 'reason'>,
): Promise<string> {
  const id = newId()
  const { last } = await trx
    .selectFrom('decisions')
    .select(eb => eb.fn.max('number').as('last'))
    .where('circleId', '=', circleId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('decisions')
    .values({
      ...{ id, networkId: meeting.networkId, circleId, groupId: meeting.groupId, meetingId: meeting.id, itemId },
      ...{ number: Number(last ?? 0) + 1, decision, reason, decidedOn: dayOf(meeting.startsAt ?? now()) },
      ...{ recordedAt: now(), recordedBy: person.id, supersededBy: null, supersededAt: null },
      ...{ removedAt: null, removedBy: null },
    })
    .execute()
  await record(trx, { kind: 'decision recorded', by: person, ...aboutDecision({ ...meeting, id }) })
  return id
}

export async function changeDecision(
  trx: Trx,
  decision: Decision,
  person: Person,
  words: Pick<Decision, 'decision' | 'reason'>,
): Promise<void> {
  await trx.updateTable('decisions').set(words).where('id', '=', decision.id).execute()
  await record(trx, { kind: 'decision changed', by: person, ...aboutDecision(decision) })
}

/** Takes a decision out of minutes that are not agreed yet. Its number is not given again. */
export async function removeDecision(trx: Trx, decision: Decision, person: Person): Promise<void> {
  const removed = { removedAt: now(), removedBy: person.id }
  await trx.updateTable('decisions').set(removed).where('id', '=', decision.id).execute()
  await record(trx, { kind: 'decision removed', by: person, ...aboutDecision(decision) })
}

/** A later decision of the same circle stands in the place of this one. @throws Conflict */
export async function supersede(trx: Trx, decision: Decision, person: Person, by: Decision): Promise<void> {
  const isLater = by.circleId === decision.circleId && by.number > decision.number
  if (!isLater) throw new Conflict('Only a later decision of the same circle can stand in its place.')
  const superseded = { supersededBy: by.id, supersededAt: now() }
  await trx.updateTable('decisions').set(superseded).where('id', '=', decision.id).execute()
  await record(trx, { kind: 'decision superseded', by: person, ...aboutDecision(decision) })
}

function aboutDecision({ id, networkId, groupId }: Pick<Decision, 'id' | 'networkId' | 'groupId'>) {
  return { networkId, groupId, aboutKind: 'decision', aboutId: id }
}
