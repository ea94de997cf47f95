import type { Around } from '../../enquiries/around.js'
import { maySubmit } from '../permissions.js'
import { writeUpAddress } from '../../write-ups/write-ups.js'
import type { WaitingKind } from '../../web/waiting.js'

/** A write-up that came back with comments waits for its lead learner until it is submitted again. */
export const writeUpsReturned: WaitingKind<Around> = async ({ db, enquiries }) => {
  const led = enquiries.filter(maySubmit)
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
    .innerJoin('enquiries', 'enquiries.id', 'writeUps.enquiryId')
    .leftJoin('people', 'people.id', 'submissions.returnedBy')
    .select(['writeUps.id', 'writeUps.groupId', 'enquiries.cycle', 'submissions.returnedAt', 'people.name as by'])
    .where('submissions.ofKind', '=', 'write-up')
    .where(
      'writeUps.groupId',
      'in',
      led.map(enquiry => enquiry.groupId),
    )
    .orderBy('submissions.submittedAt', 'desc')
    .execute()
  const newest = rows.filter((row, place) => rows.findIndex(other => other.id === row.id) === place)
  return newest.flatMap(row => {
    const enquiry = led.find(one => one.groupId === row.groupId)!
    if (row.returnedAt === null) return []
    return {
      text: returnedInWords({ group: enquiry.groupName, by: row.by }),
      href: writeUpAddress({ ...enquiry, cycle: row.cycle }),
      action: 'Read the comments',
      networkId: enquiry.networkId,
    }
  })
}

export function returnedInWords(one: { group: string; by: string | null }): string {
  return `The write-up of ${one.group} came back with comments${one.by ? ` from ${one.by}` : ''}.`
}
