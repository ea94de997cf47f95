import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Project, ProjectIssue, ProjectText } from '../tables.js'
import { aboutText, projectTextKind, wordsNow } from './texts.js'

export type IssueLine = Omit<ProjectIssue, 'body'> & { by: string }

/** The issues of some texts without their words, the newest first. */
export function issuesOf(db: Db, texts: Pick<ProjectText, 'id'>[]): Promise<IssueLine[]> {
  if (texts.length === 0) return Promise.resolve([])
  return db
    .selectFrom('projectIssues')
    .innerJoin('people', 'people.id', 'projectIssues.keptBy')
    .select(['projectIssues.id', 'textId', 'number', 'projectIssues.name', 'agreedOn', 'keptAt', 'keptBy'])
    .select('people.name as by')
    .where(
      'textId',
      'in',
      texts.map(one => one.id),
    )
    .orderBy('number', 'desc')
    .execute()
}

/** @throws NotFound */
export async function findIssue(db: Db, text: Pick<ProjectText, 'id'>, number: string): Promise<ProjectIssue> {
  const issue = await db
    .selectFrom('projectIssues')
    .selectAll()
    .where('textId', '=', text.id)
    .where('number', '=', /^\d{1,6}$/.test(number) ? Number(number) : -1)
    .executeTakeFirst()
  if (!issue) throw new NotFound('issue')
  return issue
}

export async function issueById(db: Db, id: string): Promise<ProjectIssue> {
  return db.selectFrom('projectIssues').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/**
 * Keeps the text as it stands now under a name.
 * @param agreedOn the day on which it was agreed; null for an issue that is only kept
 * @throws Conflict while nothing is written
 */
export async function keepIssue(
  trx: Trx,
  project: Project,
  text: ProjectText,
  person: Person,
  { name, agreedOn }: { name: string; agreedOn: string | null },
): Promise<ProjectIssue> {
  const { body } = await wordsNow(trx, projectTextKind, text.id)
  if (body.trim() === '') throw new Conflict('Nothing is written yet, so there is nothing to keep.')
  const [newest] = await issuesOf(trx, [text])
  const issue = {
    ...{ id: newId(), textId: text.id, number: (newest?.number ?? 0) + 1, name, body, agreedOn },
    ...{ keptAt: now(), keptBy: person.id },
  }
  await trx.insertInto('projectIssues').values(issue).execute()
  const what = { issue: issue.id, agreed: agreedOn !== null }
  await record(trx, { kind: 'issue of a project text kept', by: person, ...aboutText(project, text), ...what })
  return issue
}
