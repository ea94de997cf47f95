import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, type WaitingKind } from '../../web/waiting.js'

/** Whoever asked for help is asked after four weeks whether the request is still open. */
export const requestsStillOpen: WaitingKind<Around> = async ({ db, person, today }) => {
  const rows = await db
    .selectFrom('forumPosts')
    .select(['id', 'networkId', 'sentence', 'answers'])
    .where('postedBy', '=', person.id)
    .where('openSince', 'is not', null)
    .where('askedAgainAfter', '<=', today)
    .orderBy('askedAgainAfter')
    .execute()
  return rows
    .filter(row => person.works(row.networkId))
    .map((row): Waiting => ({
      text: stillOpenInWords(row),
      href: `/networks/${row.networkId}/forum/${row.id}#request`,
      action: 'Say whether it is met',
      networkId: row.networkId,
    }))
}

export function stillOpenInWords({ sentence, answers }: { sentence: string; answers: number }): string {
  const so =
    answers === 0
      ? 'Nobody has answered yet.'
      : answers === 1
        ? 'One colleague answered.'
        : `It has ${answers} answers.`
  return `You asked the forum: ${quoted(sentence)} ${so} Is it still open?`
}
