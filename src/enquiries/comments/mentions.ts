import type { Db, Trx } from '../../database.js'
import type { Read, Written } from '../../names/written.js'
import { written } from '../../names/written.js'
import { namesOf } from '../../people/people.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Named } from './names-typed.js'
import type { Mention } from '../tables.js'

/** The people whom these words name, kept by their ids: what they are called is asked when it is read. */
export async function keepMentions(
  trx: Trx,
  commentId: string,
  by: { id: string },
  named: Named[],
  inAnswer = false,
): Promise<void> {
  if (named.length === 0) return
  await trx
    .insertInto('mentions')
    .values(
      named.map(({ personId, writtenAs }) => ({
        ...{ id: newId(), commentId, personId, writtenAs, inAnswer: inAnswer ? 1 : 0 },
        // Nobody waits for themselves.
        ...{ mentionedAt: now(), mentionedBy: by.id, seenAt: personId === by.id ? now() : null },
      })),
    )
    .execute()
}

/** @returns the mentions in these comments */
export async function mentionsIn(db: Db, commentIds: string[]): Promise<Mention[]> {
  if (commentIds.length === 0) return []
  return db.selectFrom('mentions').selectAll().where('commentId', 'in', commentIds).execute()
}

type Words = { id: string; body: Written; answer: Written | null }

/** The words with everybody whom they name called as they are called today; then they are read under the reader’s names. */
export async function withNamesOfToday<Row extends Words>(db: Db, rows: Row[], mentions: Mention[]): Promise<Row[]> {
  if (mentions.length === 0) return rows
  const nameOf = await namesOf(
    db,
    mentions.map(one => one.personId),
  )
  return rows.map(row => {
    const own = mentions.filter(one => one.commentId === row.id)
    const body = calledAnew(row.body, own, 0, nameOf)
    return { ...row, body, answer: row.answer === null ? null : calledAnew(row.answer, own, 1, nameOf) }
  })
}

/**
 * The words of a comment with nobody called by an @: for what leaves the group.
 * @param mentions of the comment, and of the one that a later cycle took over with it
 */
export function withoutMentions(
  { id, body, carriedFrom }: { id: string; body: string; carriedFrom: string | null },
  mentions: Mention[],
): string {
  const own = mentions.filter(one => [id, carriedFrom].includes(one.commentId) && one.inAnswer === 0)
  return replacing(body, own, () => 'a colleague').replace(/(?<![\p{L}\p{N}._+-])@(?=\p{L})/gu, '')
}

function calledAnew(words: Written, mentions: Mention[], inAnswer: number, nameOf: (id: string) => string): Written {
  const own = mentions.filter(mention => mention.inAnswer === inAnswer)
  return written(replacing(words as unknown as Read<Written>, own, id => `**@${nameOf(id)}**`))
}

function replacing(words: string, own: Mention[], called: (personId: string) => string): string {
  if (own.length === 0) return words
  // "@Nia Prŷs" before "@Nia".
  const forms = own.map(one => one.writtenAs).sort((one, other) => other.length - one.length)
  const typed = new RegExp(`@(${forms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return words.replace(typed, (_, as: string) => called(own.find(one => one.writtenAs === as)!.personId))
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Whoever has come to the page has seen that they are named on it. */
export async function markMentionsSeen(db: Db, person: { id: string }, mentions: Mention[]): Promise<void> {
  const own = mentions.filter(one => one.personId === person.id && one.seenAt === null)
  if (own.length === 0) return
  const ids = own.map(one => one.id)
  await db.updateTable('mentions').set({ seenAt: now() }).where('id', 'in', ids).execute()
}
