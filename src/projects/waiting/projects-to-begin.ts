import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, type WaitingKind } from '../../web/waiting.js'
import { addressOf } from '../listing.js'

/** Whoever proposed a project begins it when its first day has come. */
export const projectsToBegin: WaitingKind<Around> = async ({ db, person, today }) => {
  const rows = await db
    .selectFrom('projects')
    .select(['id', 'networkId', 'title', 'startsOn'])
    .where('contactId', '=', person.id)
    .where('endedAt', 'is', null)
    .where('begunAt', 'is', null)
    .where('startsOn', '<=', today)
    .execute()
  return rows
    .filter(row => person.works(row.networkId))
    .map((row): Waiting => ({
      text: beginningInWords(row.title),
      href: addressOf(row),
      action: 'Begin the project',
      networkId: row.networkId,
    }))
}

export function beginningInWords(title: string): string {
  return `The first day of the project ${quoted(title)} has come`
}
