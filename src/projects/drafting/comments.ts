import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { markdownHtml } from '../../documents/to-html.js'
import type { Thread } from '../../enquiries/comments/thread-shown.js'
import { record } from '../../facts/facts.js'
import { namesOf } from '../../people/people.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { FormState } from '../../web/read.js'
import { render } from '../../web/showing/views.js'
import type { Project, ProjectComment, ProjectText } from '../tables.js'
import { aboutText } from './texts.js'

const mostShown = 200

/** What those in the project say to a text, the oldest first, as shared/_thread shows it. */
export async function threadOf(
  db: Db,
  text: ProjectText,
  person: Person,
  { address, may, form }: { address: string; may: { comment: boolean; answer: boolean }; form?: FormState },
): Promise<Thread> {
  const comments = await db
    .selectFrom('projectComments')
    .selectAll()
    .where('textId', '=', text.id)
    .where('removedAt', 'is', null)
    .orderBy('saidAt', 'desc')
    .orderBy('id')
    .limit(mostShown)
    .execute()
  const name = await namesOf(
    db,
    comments.flatMap(one => [one.saidBy, one.answeredBy]),
  )
  return {
    comments: comments.reverse().map(one => ({
      ...{ id: one.id, kind: one.kind, by: name(one.saidBy), at: one.saidAt, html: wordsOf(one, person, address) },
      ...(one.answer === null
        ? {}
        : { answer: { by: name(one.answeredBy), at: one.answeredAt ?? '', html: markdownHtml(one.answer) } }),
      ...(one.kind === 'challenge' && one.answer === null && may.answer
        ? { answerAddress: `${address}/${one.id}/answer` }
        : {}),
    })),
    may: { comment: may.comment },
    toChallenge: false,
    address,
    ...(form ? { form } : {}),
  }
}

function wordsOf(comment: ProjectComment, person: Person, address: string): string {
  const removal = mayTakeBack(person, comment) ? `${address}/${comment.id}/removal` : null
  return render('enquiries/_comment-words', { html: markdownHtml(comment.words), carried: false, removal })
}

/** One’s own words; a challenge that was answered stays, because the answer would hang in the air. */
export function mayTakeBack(person: Person, comment: ProjectComment): boolean {
  return comment.saidBy === person.id && comment.answer === null
}

export async function takeBack(
  trx: Trx,
  project: Project,
  text: ProjectText,
  person: Person,
  comment: ProjectComment,
): Promise<void> {
  await trx.updateTable('projectComments').set({ removedAt: now() }).where('id', '=', comment.id).execute()
  const about = { ...aboutText(project, text), comment: comment.id }
  await record(trx, { kind: 'words to a project text taken back', by: person, ...about })
}

/** @throws NotFound */
export async function findComment(db: Db, text: ProjectText, id: string): Promise<ProjectComment> {
  const comment = await db
    .selectFrom('projectComments')
    .selectAll()
    .where('id', '=', id)
    .where('textId', '=', text.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!comment) throw new NotFound('comment')
  return comment
}

export async function sayToText(
  trx: Trx,
  project: Project,
  text: ProjectText,
  person: Person,
  { kind, words }: Pick<ProjectComment, 'kind' | 'words'>,
): Promise<string> {
  const id = newId()
  const unanswered = { answer: null, answeredAt: null, answeredBy: null, removedAt: null }
  await trx
    .insertInto('projectComments')
    .values({ id, textId: text.id, kind, words, saidAt: now(), saidBy: person.id, ...unanswered })
    .execute()
  await record(trx, { kind: 'project text challenged', by: person, ...aboutText(project, text), comment: id })
  return id
}

/** A writer answers a challenge. @throws Conflict when it is none, or was answered already */
export async function answerToChallenge(
  trx: Trx,
  project: Project,
  text: ProjectText,
  person: Person,
  comment: ProjectComment,
  answer: string,
): Promise<void> {
  if (comment.kind !== 'challenge' || comment.answer !== null)
    throw new Conflict('This was answered meanwhile, or asks for no answer.')
  await trx
    .updateTable('projectComments')
    .set({ answer, answeredAt: now(), answeredBy: person.id })
    .where('id', '=', comment.id)
    .execute()
  const about = { ...aboutText(project, text), comment: comment.id }
  await record(trx, { kind: 'challenge to a project text answered', by: person, ...about })
}
