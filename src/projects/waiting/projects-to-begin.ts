import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { addressOf } from '../listing.js'

/** Whoever proposed a project begins it when its first day has come. */
export const projectsToBegin = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today }),
    (db, { me, today }) =>
      db
        .selectFrom('projects')
        .select(['id', 'networkId', 'title', 'startsOn'])
        .where('contactId', '=', me)
        .where('endedAt', 'is', null)
        .where('begunAt', 'is', null)
        .where('startsOn', '<=', today),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map((row): Waiting => ({
        text: beginningInWords(row.title),
        href: addressOf(row),
        action: 'Begin the project',
        networkId: row.networkId,
      })),
})

export function beginningInWords(title: string): string {
  return `The first day of the project ${quoted(title)} has come`
}
