import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { daysAfter } from '../../web/now.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { addressOf } from '../listing.js'

/** Whoever looks after a project ends it with a line when its last day comes, or gives it more time. */
export const projectsToEnd = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, soon: daysAfter(today, 7) }),
    (db, { me, soon }) =>
      db
        .selectFrom('projects')
        .select(['id', 'networkId', 'title', 'endsOn'])
        .where('contactId', '=', me)
        .where('endedAt', 'is', null)
        .where('begunAt', 'is not', null)
        .where('endsOn', '<=', soon),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map((row): Waiting => ({
        text: endingInWords(row.title),
        href: `${addressOf(row)}/ending`,
        action: 'Say what came of it',
        due: row.endsOn,
        networkId: row.networkId,
      })),
})

export function endingInWords(title: string): string {
  return `The project ${quoted(title)} comes to its last day. Say what came of it, or give it more time.`
}
