import type { Db, Trx } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'

/** A meeting that is still to come, to whose agenda this person may propose. */
export interface MeetingAhead {
  id: string
  title: string
  startsAt: string
}

export interface AgendaItem {
  title: string
  minutes: number
  why: string
  href: string
}

/** The meetings to whose agenda posts can be taken. The forum keeps its own list for as long as there are none. */
export function meetingsAhead(_db: Db, _person: Person, _network: Pick<Network, 'id'>): Promise<MeetingAhead[]> {
  return Promise.resolve([])
}

/** Puts what was chosen on the agenda of a meeting: the one place where the forum hands over to the room of meetings. */
export function putOnAgenda(_trx: Trx, _meetingId: string, _person: Person, _items: AgendaItem[]): Promise<void> {
  return Promise.resolve()
}
