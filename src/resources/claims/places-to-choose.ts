import { actionsOf } from '../../actions/actions.js'
import type { Db } from '../../database.js'
import { enquiriesOf } from '../../enquiries/enquiry.js'
import { meetingLines } from '../../meetings/listing/meetings.js'
import { reachOf } from '../../meetings/reach.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { quoted } from '../../web/waiting.js'
import { day } from '../../words/words.js'
import type { Choice } from '../pages.js'

const most = 8

/**
 * What a colleague has most likely taken time for: visits that they are booked into, meetings that they were asked to, actions of
 * their groups.
 */
export async function placesToChoose(db: Db, person: Reader, network: Network): Promise<Choice[]> {
  return [
    ...(await visitsOf(db, person, network)),
    ...(await meetingsOf(db, person, network)),
    ...(await actionsOfGroups(db, person, network)),
  ]
}

async function visitsOf(db: Db, person: Reader, network: Network): Promise<Choice[]> {
  const rows = await db
    .selectFrom('visitBookings')
    .innerJoin('visits', 'visits.id', 'visitBookings.visitId')
    .innerJoin('visitSlots', 'visitSlots.id', 'visitBookings.slotId')
    .select(['visits.id', 'visits.title', 'visitSlots.day'])
    .where('visits.networkId', '=', network.id)
    .where('visitBookings.personId', '=', person.id)
    .where('visitBookings.cancelledAt', 'is', null)
    .orderBy('visitSlots.day', 'desc')
    .limit(most)
    .execute()
  return rows.map(one => ({
    value: `/networks/${network.id}/visits/${one.id}`,
    text: `Visit, ${day(one.day)}: ${one.title}`,
  }))
}

async function meetingsOf(db: Db, person: Reader, network: Network): Promise<Choice[]> {
  const reach = await reachOf(db, person)
  const of = { networkId: network.id, mine: true }
  const was = await meetingLines(db, person, reach, { ...of, when: 'past' }, { from: 0, most })
  const comes = await meetingLines(db, person, reach, { ...of, when: 'coming' }, { from: 0, most: 3 })
  return [...was, ...comes]
    .filter(one => !one.cancelled && one.startsAt !== null)
    .map(one => ({ value: `/meetings/${one.id}`, text: `Meeting, ${one.when}: ${one.title}` }))
}

async function actionsOfGroups(db: Db, person: Reader, network: Network): Promise<Choice[]> {
  const groups = person.membershipsWith('takes part').map(one => one.groupId)
  const enquiries = (await enquiriesOf(db, person, groups)).filter(one => one.networkId === network.id)
  const actions = []
  for (const enquiry of enquiries)
    for (const one of await actionsOf(db, person, enquiry))
      actions.push({ value: `/actions/${one.id}`, text: `Action of ${enquiry.groupName}: ${quoted(one.action, 60)}` })
  return actions.slice(-most * 2)
}
