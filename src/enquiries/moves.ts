import { unread } from '../names/names.js'
import type { MovesOf } from '../networks/year.js'
import { enquiriesOf } from './enquiry.js'

/** A finished cycle whose group went on asking, as far as somebody may read the group’s question. */
export const nextQuestions: MovesOf = async (db, person, network, { from, until }) => {
  if (!person) return []
  const rows = await db
    .selectFrom('enquiries')
    .innerJoin('enquiries as before', 'before.id', 'enquiries.follows')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .select(['enquiries.id', 'enquiries.groupId', 'enquiries.beganAt', 'enquiries.question'])
    .select('before.question as questionBefore')
    .where('groups.networkId', '=', network.id)
    .where('enquiries.beganAt', '>=', from)
    .where('enquiries.beganAt', '<', until)
    .execute()
  const open = await enquiriesOf(db, person, [...new Set(rows.map(row => row.groupId))])
  return rows.flatMap(row => {
    const enquiry = open.find(one => one.groupId === row.groupId)
    if (!enquiry) return []
    const read = enquiry.names.read(row)
    const group = { id: row.groupId, name: enquiry.groupName }
    return [
      {
        at: row.beganAt,
        from: { kind: 'group' as const, ...group, schoolIds: [] },
        to: { kind: 'group' as const, ...group },
        what: unread(read.questionBefore),
        how: 'asks the next question' as const,
        madeOfIt: unread(read.question),
        href: `/groups/${row.groupId}`,
        isPublic: false,
      },
    ]
  })
}
