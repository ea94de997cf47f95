import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { knownTo, minutesFor, wasThere } from '../meetings.js'
import { type MeetingReach, reachOf } from '../reach.js'
import type { Meeting, MeetingAction } from '../tables.js'

/** What was agreed to do, as somebody reads it. */
export interface MeetingActionShown extends MeetingAction {
  owner: string
  circle: string
  meeting: string
  confidential: boolean
}

export interface ActionFilter {
  networkId?: string
  /** Agreed at a meeting that one of these held, also together with another. */
  circleIds?: string[]
  meetingId?: string
  ids?: string[]
  /** Not done or dropped yet. */
  open?: boolean
  /** As it stood at a moment: agreed before it, and settled after it or not at all. */
  openAt?: string
}

/** What was agreed to do, as far as somebody may read it: their own always, the nearest day first. */
export async function meetingActionsFor(
  db: Db,
  person: Reader,
  reach: MeetingReach,
  filter: ActionFilter,
  page?: { from: number; most: number },
): Promise<MeetingActionShown[]> {
  let query = asked(db, reach, filter)
    .selectAll('meetingActions')
    .select(['people.name as owner', 'circles.name as circle', 'meetings.title as meeting'])
    .select('agendaItems.confidentialAt')
    .orderBy('meetingActions.dueOn')
    .orderBy('meetingActions.agreedAt')
  if (page) query = query.limit(page.most).offset(page.from)
  const rows = await query.execute()
  return Promise.all(
    rows.map(async ({ confidentialAt, ...row }) => {
      const shown = { ...row, confidential: confidentialAt !== null }
      return row.groupId === null ? shown : (await person.namesIn(db, row.groupId)).read(shown)
    }),
  )
}

export async function countMeetingActions(db: Db, reach: MeetingReach, filter: ActionFilter): Promise<number> {
  const { count } = await asked(db, reach, filter)
    .select(eb => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** @throws NotFound */
export async function findMeetingAction(db: Db, person: Reader, id: string): Promise<MeetingActionShown> {
  const [found] = await meetingActionsFor(db, person, await reachOf(db, person), { ids: [id] })
  if (!found) throw new NotFound('action')
  return found
}

function asked(db: Db, reach: MeetingReach, { networkId, circleIds, meetingId, ids, open, openAt }: ActionFilter) {
  let query = db
    .selectFrom('meetingActions')
    .innerJoin('meetings', 'meetings.id', 'meetingActions.meetingId')
    .innerJoin('circles', 'circles.id', 'meetingActions.circleId')
    .innerJoin('people', 'people.id', 'meetingActions.ownerId')
    .leftJoin('agendaItems', 'agendaItems.id', 'meetingActions.itemId')
    .where(eb =>
      eb.or([
        eb.and([
          eb('meetingActions.ownerId', '=', reach.personId),
          eb('meetingActions.networkId', 'in', [...reach.belongs, '']),
        ]),
        eb.and([
          knownTo(reach),
          minutesFor(reach),
          eb.or([eb('agendaItems.confidentialAt', 'is', null), wasThere(reach)]),
        ]),
      ]),
    )
  if (networkId)
    query = query.where('meetingActions.networkId', '=', networkId).where('meetingActions.groupId', 'is', null)
  if (circleIds)
    query = query.where('meetingActions.meetingId', 'in', eb =>
      eb
        .selectFrom('meetingCircles')
        .select('meetingCircles.meetingId')
        .where('meetingCircles.circleId', 'in', [...circleIds, '']),
    )
  if (meetingId) query = query.where('meetingActions.meetingId', '=', meetingId)
  if (ids) query = query.where('meetingActions.id', 'in', [...ids, ''])
  if (open) query = query.where('meetingActions.settledAt', 'is', null)
  if (openAt)
    query = query
      .where('meetings.startsAt', '<', openAt)
      .where(eb => eb.or([eb('meetingActions.settledAt', 'is', null), eb('meetingActions.settledAt', '>=', openAt)]))
  return query
}

/**
 * Writes down what was agreed to do: one owner, a day. It stands on the owner’s day until it is done, and on the next agenda.
 * Later rooms agree on actions of their own meetings this way.
 */
export async function agreeMeetingAction(
  trx: Trx,
  meeting: Pick<Meeting, 'id' | 'networkId' | 'groupId'>,
  person: Person,
  given: Pick<MeetingAction, 'circleId' | 'itemId' | 'what' | 'ownerId' | 'dueOn'>,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('meetingActions')
    .values({
      ...{ id, networkId: meeting.networkId, groupId: meeting.groupId, meetingId: meeting.id, ...given },
      ...{ agreedAt: now(), agreedBy: person.id, settled: null, settledAt: null, settledBy: null },
    })
    .execute()
  await record(trx, { kind: 'meeting action agreed', by: person, ...aboutMeetingAction({ ...meeting, id }) })
  return id
}

/** Done, with a word on what came of it; or dropped, with the reason. */
export async function settleMeetingAction(
  trx: Trx,
  action: MeetingAction,
  person: Person,
  settled: 'done' | 'dropped',
  outcome: string,
): Promise<void> {
  await trx
    .updateTable('meetingActions')
    .set({ settled, settledAt: now(), settledBy: person.id, outcome })
    .where('id', '=', action.id)
    .execute()
  await record(trx, { kind: 'meeting action settled', by: person, ...aboutMeetingAction(action) })
}

/** Another day for it. */
export async function putOffMeetingAction(trx: Trx, action: MeetingAction, dueOn: string): Promise<void> {
  await trx.updateTable('meetingActions').set({ dueOn }).where('id', '=', action.id).execute()
}

function aboutMeetingAction({ id, networkId, groupId }: Pick<MeetingAction, 'id' | 'networkId' | 'groupId'>) {
  return { networkId, groupId, aboutKind: 'meeting action', aboutId: id }
}
