import type { Trx } from '../../database.js'
import { proposeItem } from '../../meetings/agenda/agenda.js'
import { findMeeting } from '../../meetings/meetings.js'
import type { Reader } from '../../names/reader.js'

export interface AgendaItem {
  title: string
  minutes: number
  why: string
  href: string
}

/** Proposes what was chosen for the agenda of a meeting, each with the way back to its post. */
export async function putOnAgenda(trx: Trx, meetingId: string, person: Reader, items: AgendaItem[]): Promise<void> {
  const { meeting } = await findMeeting(trx, person, meetingId)
  for (const { title, minutes, why, href } of items)
    await proposeItem(trx, meeting, person, { title, minutes, why: `${why} It stands in the forum: ${href}` })
}
