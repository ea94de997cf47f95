import { NotFound } from '../../errors.js'
import type { TextKind } from '../../texts/kinds.js'
import { findMeeting } from '../meetings.js'
import { mayReadItem, mayReadMinutes, mayWriteMinutes } from '../permissions.js'

export const minutesKind = 'minutes'
export const minutesField = 'minutes'

/** What was said of an item, typed by several at once. The owner is the item of the agenda. */
export const minutesTexts: TextKind = {
  kind: minutesKind,
  ownedBy: { table: 'agenda_items' },
  async whose(db, owner) {
    const meeting = await db
      .selectFrom('agendaItems')
      .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
      .select(['meetings.networkId', 'meetings.groupId'])
      .where('agendaItems.id', '=', owner)
      .executeTakeFirst()
    return meeting && (meeting.groupId === null ? { network: meeting.networkId } : { group: meeting.groupId })
  },
  async find(db, person, owner, field) {
    const item = await db.selectFrom('agendaItems').selectAll().where('id', '=', owner).executeTakeFirst()
    if (!item || field !== minutesField) throw new NotFound('text')
    const found = await findMeeting(db, person, item.meetingId)
    if (!mayReadMinutes(found) || !mayReadItem(found, item)) throw new NotFound('text')
    return {
      mayWrite: mayWriteMinutes(found, item),
      label: found.names.read(item.title),
      back: `${found.address}/minutes#item-${item.id}`,
    }
  },
}
