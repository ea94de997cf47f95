import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { Comparison } from '../tables.js'

/** Something to compare with, as its reader may know it. */
export interface ShownComparison extends Comparison {
  school: string
  /** `Year 5b, Weir Lane Primary (for comparison)` */
  label: string
}

/** Behind the name of everything that is compared with, so that composed text tells of it too. */
export const forComparison = '(for comparison)'

/** How it is called wherever its numbers stand beside those of schools that take part. */
export function labelOfComparison(name: string, school: string): string {
  return `${name}, ${school} ${forComparison}`
}

/** What a group compares with, by name; it stays with the group through its cycles. */
export async function comparisonsOf(
  db: Db,
  { groupId, names }: Pick<Enquiry, 'groupId' | 'names'>,
): Promise<ShownComparison[]> {
  return shownComparisons(await comparisonRows(db, groupId), names)
}

export function comparisonRows(db: Db, groupId: string) {
  return db
    .selectFrom('comparisons')
    .innerJoin('schools', 'schools.id', 'comparisons.schoolId')
    .selectAll('comparisons')
    .select('schools.name as schoolName')
    .where('comparisons.groupId', '=', groupId)
    .execute()
}

/** The same rows under the names that somebody reads by. */
export function shownComparisons(
  rows: Awaited<ReturnType<typeof comparisonRows>>,
  names: Enquiry['names'],
): ShownComparison[] {
  return rows
    .map(({ schoolName, ...row }) => {
      const { name, about } = names.read({ name: row.name, about: row.about })
      const school = names.school({ id: row.schoolId, name: schoolName })
      return { ...row, name, about, school, label: labelOfComparison(name, school) }
    })
    .sort(byName)
}

/** @throws NotFound unless it is one of the group’s */
export async function findComparison(db: Db, enquiry: Enquiry, id: string): Promise<ShownComparison> {
  const found = (await comparisonsOf(db, enquiry)).find(one => one.id === id)
  if (!found) throw new NotFound('comparison')
  return found
}

export async function addComparison(
  trx: Trx,
  enquiry: Enquiry,
  by: Person,
  words: { schoolId: string; name: string; about: string },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('comparisons')
    .values({ id, groupId: enquiry.groupId, ...words, madeAt: now(), madeBy: by.id, sharedAt: null, sharedBy: null })
    .execute()
  await record(trx, { kind: 'comparison added', by, ...aboutComparison(enquiry, id) })
  return id
}

/** Its numbers may stand outside the group from now on, or may no longer. */
export async function shareComparison(
  trx: Trx,
  enquiry: Enquiry,
  { id }: Pick<Comparison, 'id'>,
  by: Person,
  shared: boolean,
): Promise<void> {
  await trx
    .updateTable('comparisons')
    .set(shared ? { sharedAt: now(), sharedBy: by.id } : { sharedAt: null, sharedBy: null })
    .where('id', '=', id)
    .execute()
  await record(trx, {
    kind: shared ? 'comparison shared' : 'comparison taken back',
    by,
    ...aboutComparison(enquiry, id),
  })
}

/** @throws Conflict while something is measured of it */
export async function removeComparison(
  trx: Trx,
  enquiry: Enquiry,
  { id }: Pick<Comparison, 'id'>,
  by: Person,
): Promise<void> {
  const measured = await trx.selectFrom('readings').select('id').where('comparisonId', '=', id).executeTakeFirst()
  if (measured)
    throw new Conflict('Something was measured of it. Take its readings away first, on the page of the measure.')
  await trx.deleteFrom('comparisons').where('id', '=', id).execute()
  await record(trx, { kind: 'comparison removed', by, ...aboutComparison(enquiry, id) })
}

function aboutComparison({ networkId, groupId }: Enquiry, id: string) {
  return { networkId, groupId, aboutKind: 'comparison', aboutId: id }
}
