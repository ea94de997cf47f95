import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { merge } from '../../texts/merging.js'
import { putText } from '../../texts/texts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { issueById } from '../drafting/issues.js'
import { aboutText, theText, wordsNow } from '../drafting/texts.js'
import type { Project, ProjectHome, ProjectIssue, ProjectText } from '../tables.js'

export const homeKind = 'school version'

export interface NamedHome extends ProjectHome {
  /** The school’s. */
  name: string
}

/** The schools’ versions of some texts, by the names of the schools. */
export async function homesOf(db: Db, texts: Pick<ProjectText, 'id'>[]): Promise<NamedHome[]> {
  if (texts.length === 0) return []
  const rows = await db
    .selectFrom('projectHomes')
    .innerJoin('schools', 'schools.id', 'projectHomes.schoolId')
    .selectAll('projectHomes')
    .select('schools.name')
    .where(
      'textId',
      'in',
      texts.map(one => one.id),
    )
    .execute()
  return rows.sort(byName)
}

/** @throws NotFound */
export async function findHome(db: Db, text: Pick<ProjectText, 'id'>, schoolId: string): Promise<NamedHome> {
  const home = (await homesOf(db, [text])).find(one => one.schoolId === schoolId)
  if (!home) throw new NotFound('version')
  return home
}

/** Takes a text home as it stands at an issue. @throws Conflict when the school has a version already */
export async function takeHome(
  trx: Trx,
  project: Project,
  text: ProjectText,
  issue: ProjectIssue,
  person: Person,
  schoolId: string,
): Promise<void> {
  if ((await homesOf(trx, [text])).some(one => one.schoolId === schoolId))
    throw new Conflict('Your school has taken this text home already.')
  const id = newId()
  const taken = { id, textId: text.id, issueId: issue.id, schoolId, takenAt: now(), takenBy: person.id }
  await trx
    .insertInto('projectHomes')
    .values({ ...taken, changed: '', because: '', sharedAt: null, sharedBy: null })
    .execute()
  await putText(trx, { kind: homeKind, owner: id, field: theText }, issue.body, person)
  await record(trx, { kind: 'project text taken home', by: person, ...aboutText(project, text), school: schoolId })
}

/** What the school changed, and why. */
export async function explainHome(
  trx: Trx,
  project: Project,
  text: ProjectText,
  home: ProjectHome,
  person: Person,
  words: Pick<ProjectHome, 'changed' | 'because'>,
): Promise<void> {
  await trx.updateTable('projectHomes').set(words).where('id', '=', home.id).execute()
  const about = { ...aboutText(project, text), school: home.schoolId }
  await record(trx, { kind: 'school’s version explained', by: person, ...about })
}

/** Shows the version beside the common text, or keeps it at home again. */
export async function shareHome(
  trx: Trx,
  project: Project,
  text: ProjectText,
  home: ProjectHome,
  person: Person,
  share: boolean,
): Promise<void> {
  const shared = share ? { sharedAt: now(), sharedBy: person.id } : { sharedAt: null, sharedBy: null }
  await trx.updateTable('projectHomes').set(shared).where('id', '=', home.id).execute()
  const kind = share ? 'school’s version shared' : 'school’s version kept at home'
  await record(trx, { kind, by: person, ...aboutText(project, text), school: home.schoolId })
}

/**
 * Brings what a newer issue changed into the school’s version, where both did not change the same words.
 * @returns whether its words could be brought in; the version is held against the newer issue from now on either way
 */
export async function followIssue(
  trx: Trx,
  project: Project,
  text: ProjectText,
  home: ProjectHome,
  person: Person,
  newer: ProjectIssue,
): Promise<boolean> {
  const before = await issueById(trx, home.issueId)
  const own = await wordsNow(trx, homeKind, home.id)
  const merged = merge(before.body, newer.body, own.body)
  if (merged !== undefined) await putText(trx, { kind: homeKind, owner: home.id, field: theText }, merged, person)
  await trx.updateTable('projectHomes').set({ issueId: newer.id }).where('id', '=', home.id).execute()
  const about = { ...aboutText(project, text), school: home.schoolId }
  await record(trx, { kind: 'project text taken home', by: person, ...about })
  return merged !== undefined
}
