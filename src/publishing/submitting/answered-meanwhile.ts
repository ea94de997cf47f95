import type { Db } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { editionsOf } from '../editions/editions.js'
import type { Submission } from '../tables.js'
import { type Publishable, submissionsOf } from './submissions.js'

/**
 * For somebody who means to answer what waits for an answer no more: who answered it, how, and the way to the edition.
 * Undefined where it was never submitted.
 */
export async function answeredMeanwhile(
  db: Db,
  person: Person,
  of: Pick<Publishable, 'ofKind' | 'ofId'>,
): Promise<Conflict | undefined> {
  const [last] = await submissionsOf(db, of)
  if (!last) return undefined
  if (last.approvedAt)
    return new Conflict(await said(db, person, last.approvedBy, 'published it'), await wayTo(db, last))
  if (last.returnedAt) return new Conflict(await said(db, person, last.returnedBy, 'returned it to its authors'))
  return new Conflict('Nothing waits for an answer: its authors have taken it back meanwhile.')
}

async function said(db: Db, person: Person, by: string | null, what: string): Promise<string> {
  if (by === person.id) return `You have ${what} already.`
  const row = await db
    .selectFrom('people')
    .select('name')
    .where('id', '=', by ?? '')
    .executeTakeFirst()
  return `${row?.name ?? 'Somebody'} has ${what} meanwhile.`
}

async function wayTo(db: Db, { ofKind, ofId, hash }: Submission): Promise<Conflict['way']> {
  const edition = (await editionsOf(db, { ofKind, ofId })).find(one => one.hash === hash)
  if (!edition) return null
  const shelf = ofKind === 'write-up' ? 'write-ups' : 'reports'
  return { href: `/published/${shelf}/${edition.slug}?edition=${edition.number}`, text: `Edition ${edition.number}` }
}
