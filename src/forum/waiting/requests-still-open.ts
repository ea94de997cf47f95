import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'

/** Whoever asked for help is asked after four weeks whether the request is still open. */
export const requestsStillOpen = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today }),
    (db, { me, today }) =>
      db
        .selectFrom('forumPosts')
        .select(['id', 'networkId', 'sentence', 'answers'])
        .where('postedBy', '=', me)
        .where('openSince', 'is not', null)
        .where('askedAgainAfter', '<=', today)
        .orderBy('askedAgainAfter'),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map((row): Waiting => ({
        text: stillOpenInWords(row),
        href: `/networks/${row.networkId}/forum/${row.id}#request`,
        action: 'Say whether it is met',
        networkId: row.networkId,
      })),
})

export function stillOpenInWords({ sentence, answers }: { sentence: string; answers: number }): string {
  const so =
    answers === 0
      ? 'Nobody has answered yet.'
      : answers === 1
        ? 'One colleague answered.'
        : `It has ${answers} answers.`
  return `You asked the forum: ${quoted(sentence)} ${so} Is it still open?`
}
