import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { type Saved, textsOf } from '../../texts/texts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { Project, ProjectText } from '../tables.js'

export const projectTextKind = 'project text'
/** The one field of a text that is drafted together, and of a school’s version of it. */
export const theText = 'text'

export interface Writer {
  id: string
  name: string
}

/** The texts of a project, the oldest first. */
export function textsOfProject(db: Db, project: Pick<Project, 'id'>): Promise<ProjectText[]> {
  return db
    .selectFrom('projectTexts')
    .selectAll()
    .where('projectId', '=', project.id)
    .orderBy('begunAt')
    .orderBy('id')
    .execute()
}

/** @throws NotFound */
export async function findText(db: Db, project: Pick<Project, 'id'>, id: string): Promise<ProjectText> {
  const text = await db
    .selectFrom('projectTexts')
    .selectAll()
    .where('id', '=', id)
    .where('projectId', '=', project.id)
    .executeTakeFirst()
  if (!text) throw new NotFound('text')
  return text
}

/** Who writes a text, by name. */
export async function writersOf(db: Db, text: Pick<ProjectText, 'id'>): Promise<Writer[]> {
  const rows = await db
    .selectFrom('projectWriters')
    .innerJoin('people', 'people.id', 'projectWriters.personId')
    .select(['people.id', 'people.name'])
    .where('textId', '=', text.id)
    .execute()
  return rows.sort(byName)
}

/** The words as they stand now. They are the network’s own, so nobody in them has a pseudonym. */
export async function wordsNow(db: Db, kind: string, owner: string): Promise<Saved> {
  const found = (await textsOf(db, kind, owner))[theText]
  return found ? unread(found) : { body: '', version: 0, savedAt: null, savedBy: null }
}

export async function beginText(
  trx: Trx,
  project: Project,
  person: Person,
  words: Pick<ProjectText, 'title' | 'about'>,
  writers: string[],
): Promise<ProjectText> {
  const text = { id: newId(), projectId: project.id, ...words, begunAt: now(), begunBy: person.id }
  await trx.insertInto('projectTexts').values(text).execute()
  await putWriters(trx, text, person, [person.id, ...writers])
  await record(trx, { kind: 'project text begun', by: person, ...aboutText(project, text) })
  return text
}

/** Those who write from now on; the others read and challenge, as everybody in the project does. */
export async function chooseWriters(
  trx: Trx,
  project: Project,
  text: ProjectText,
  person: Person,
  writers: string[],
): Promise<void> {
  await trx.deleteFrom('projectWriters').where('textId', '=', text.id).execute()
  await putWriters(trx, text, person, writers)
  await record(trx, { kind: 'writers of a project text changed', by: person, ...aboutText(project, text) })
}

async function putWriters(trx: Trx, text: Pick<ProjectText, 'id'>, person: Person, writers: string[]): Promise<void> {
  const added = { addedAt: now(), addedBy: person.id }
  const rows = [...new Set(writers)].map(personId => ({ textId: text.id, personId, ...added }))
  if (rows.length > 0) await trx.insertInto('projectWriters').values(rows).execute()
}

export function aboutText({ networkId }: Pick<Project, 'networkId'>, { id }: Pick<ProjectText, 'id'>) {
  return { networkId, aboutKind: 'project text', aboutId: id }
}
