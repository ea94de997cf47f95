import type { Db, Trx } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import { aboutEnquiry } from '../records/recording.js'
import type { Comment, Mention } from '../tables.js'
import { keepMentions, mentionsIn, withNamesOfToday } from './mentions.js'
import type { Named } from './names-typed.js'

/**
 * Comments and challenges about anything a group makes: a stage ('stage', `<enquiry id>.<stage>`), a claim, a write-up.
 * The room that owns the thing finds it for the reader first; whoever may read it may comment (mayComment).
 */
export interface Said extends Comment {
  by: string
  answeredByName: string | null
}

/** What was said about a thing, the oldest first; what was removed is gone. */
export async function commentsAbout(
  db: Db,
  { names }: Enquiry,
  aboutKind: string,
  aboutId: string,
): Promise<{ comments: Said[]; mentions: Mention[] }> {
  const rows = await said(db)
    .where('comments.aboutKind', '=', aboutKind)
    .where('comments.aboutId', '=', aboutId)
    .execute()
  const mentions = await mentionsIn(
    db,
    rows.map(row => row.id),
  )
  return { comments: names.read(await withNamesOfToday(db, rows, mentions)), mentions }
}

/** The challenges of a group that nobody has answered, the oldest first; one that a later cycle took over counts once. */
export async function unansweredIn(db: Db, { groupId, names }: Enquiry): Promise<Said[]> {
  return names.read(await unansweredOf(db, { groupId }))
}

const unansweredOf = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  unanswered(db).where('comments.groupId', '=', groupId),
)

/** What waits for an answer: one rule for every list and every count. */
export function unanswered(db: Db) {
  return said(db)
    .where('comments.kind', '=', 'challenge')
    .where('comments.answeredAt', 'is', null)
    .where('comments.settledAt', 'is', null)
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('comments as later').select('later.id').whereRef('later.carriedFrom', '=', 'comments.id'),
        ),
      ),
    )
}

function said(db: Db) {
  return db
    .selectFrom('comments')
    .innerJoin('people', 'people.id', 'comments.madeBy')
    .leftJoin('people as answerers', 'answerers.id', 'comments.answeredBy')
    .selectAll('comments')
    .select(['people.name as by', 'answerers.name as answeredByName'])
    .where('comments.removedAt', 'is', null)
    .orderBy('comments.madeAt')
    .orderBy('comments.id')
}

/** One comment by its id. @throws NotFound when there is none, or it was removed */
export async function findComment(db: Db, reader: Reader, id: string): Promise<Said> {
  const row = await said(db)
    .where('comments.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('comment'))
  return (await reader.namesIn(db, row.groupId)).read(row)
}

/**
 * Says something about a thing of the group.
 * @param thing what it is about, with a name that reads in a sentence: "Purpose", "claim 3"
 * @returns the comment's id
 */
export async function addComment(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  thing: { aboutKind: string; aboutId: string; name: string },
  { kind, words }: { kind: 'comment' | 'challenge'; words: string },
  named: Named[] = [],
): Promise<string> {
  const id = newId()

  await trx
    .insertInto('comments')
    .values({
      id,
      groupId: enquiry.groupId,
      aboutKind: thing.aboutKind,
      aboutId: thing.aboutId,
      kind,
      body: words,
      madeBy: person.id,
      madeAt: now(),
      answer: null,
      answeredBy: null,
      answeredAt: null,
      carriedFrom: null,
      removedAt: null,
      removedBy: null,
    })
    .execute()
  await keepMentions(trx, id, person, named)
  const deed = { by: person, ...aboutEnquiry(enquiry, 'comment', id), thing: thing.name }
  await record(trx, { kind: kind === 'challenge' ? 'challenged' : 'commented on', ...deed })

  return id
}

/** Answers a challenge for the group. @throws Conflict when it is no challenge, or was answered already */
export async function answerChallenge(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  comment: Comment,
  answer: string,
  named: Named[] = [],
): Promise<void> {
  if (comment.kind !== 'challenge') throw new Conflict('Only a challenge asks for an answer.')

  const answered = await trx
    .updateTable('comments')
    .set({ answer, answeredBy: person.id, answeredAt: now() })
    .where('id', '=', comment.id)
    .where('answeredAt', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (answered.numUpdatedRows === 0n) throw new Conflict('This challenge was answered or taken back meanwhile.')
  await keepMentions(trx, comment.id, person, named, true)
  await record(trx, { kind: 'challenge answered', by: person, ...aboutEnquiry(enquiry, 'comment', comment.id) })
}

/** Takes back one's own words. A challenge that was answered stays, because the answer would hang in the air. */
export async function removeComment(trx: Trx, enquiry: Enquiry, person: Person, comment: Comment): Promise<void> {
  if (!mayRemoveComment(person, comment)) throw new Conflict('A challenge that was answered stays, with its answer.')

  await trx
    .updateTable('comments')
    .set({ removedAt: now(), removedBy: person.id })
    .where('id', '=', comment.id)
    .execute()
  const deed = { by: person, ...aboutEnquiry(enquiry, 'comment', comment.id), what: comment.kind }
  await record(trx, { kind: 'words taken back', ...deed })
}

export function mayRemoveComment(person: Person, comment: Comment): boolean {
  return comment.madeBy === person.id && comment.answeredAt === null
}
