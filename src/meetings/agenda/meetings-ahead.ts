import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { now } from '../../web/now.js'
import { findMeeting, knownTo } from '../meetings.js'
import { mayPropose } from '../permissions.js'
import { reachOf } from '../reach.js'

/** A meeting that is still to come, to whose agenda this person may propose. */
export interface MeetingAhead {
  id: string
  title: string
  startsAt: string
  place: string
}

const most = 20

/** The network’s meetings to whose agenda somebody may take something, the soonest first. */
export async function meetingsAhead(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<MeetingAhead[]> {
  const rows = await db
    .selectFrom('meetings')
    .select(['meetings.id', 'meetings.title', 'meetings.startsAt', 'meetings.place'])
    .where('meetings.networkId', '=', network.id)
    .where('meetings.groupId', 'is', null)
    .where('meetings.cancelledAt', 'is', null)
    .where('meetings.startsAt', '>', now())
    .where(knownTo(await reachOf(db, person)))
    .orderBy('meetings.startsAt')
    .limit(most)
    .execute()
  const open: MeetingAhead[] = []
  for (const { startsAt, ...meeting } of rows)
    if (mayPropose(await findMeeting(db, person, meeting.id))) open.push({ ...meeting, startsAt: startsAt! })
  return open
}
