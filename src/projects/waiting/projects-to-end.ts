import type { Around } from '../../enquiries/around.js'
import { daysAfter } from '../../web/now.js'
import { quoted, type Waiting, type WaitingKind } from '../../web/waiting.js'
import { addressOf } from '../listing.js'

/** Whoever looks after a project ends it with a line when its last day comes, or gives it more time. */
export const projectsToEnd: WaitingKind<Around> = async ({ db, person, today }) => {
  const rows = await db
    .selectFrom('projects')
    .select(['id', 'networkId', 'title', 'endsOn'])
    .where('contactId', '=', person.id)
    .where('endedAt', 'is', null)
    .where('begunAt', 'is not', null)
    .where('endsOn', '<=', daysAfter(today, 7))
    .execute()
  return rows
    .filter(row => person.works(row.networkId))
    .map((row): Waiting => ({
      text: endingInWords(row.title),
      href: `${addressOf(row)}/ending`,
      action: 'Say what came of it',
      due: row.endsOn,
      networkId: row.networkId,
    }))
}

export function endingInWords(title: string): string {
  return `The project ${quoted(title)} comes to its last day. Say what came of it, or give it more time.`
}
