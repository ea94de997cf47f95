import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { addReferences, titleAndYear } from '../references/adding.js'
import type { Found } from '../reading/entries.js'
import { type Reference, referencesOf } from '../references/references.js'
import type { Work } from '../references/work.js'

/** An entry of a list, before anything of it is added. */
export interface Offered {
  /** Its place in the list. */
  place: number
  work: Work
  key: string
  /** The reference that is the same work; an earlier entry of the list counts too. */
  same: { href: string | null; why: 'the same DOI' | 'the same title and year' } | undefined
}

export interface Preview {
  id: string
  format: string
  offered: Offered[]
  mistakes: string[]
}

/** Keeps what was found in a list for a day, so that it can be looked at before it is added. @returns its id */
export async function keepFound(db: Db, enquiry: Enquiry, person: Person, found: Found): Promise<string> {
  const yesterday = new Date(Date.parse(now()) - 86_400_000).toISOString()
  await db.deleteFrom('referenceImports').where('madeAt', '<', yesterday).execute()
  await db
    .deleteFrom('referenceImports')
    .where('groupId', '=', enquiry.groupId)
    .where('personId', '=', person.id)
    .execute()
  const id = newId()
  await db
    .insertInto('referenceImports')
    .values({ id, groupId: enquiry.groupId, personId: person.id, found: JSON.stringify(found), madeAt: now() })
    .execute()
  return id
}

/** What a list holds, beside what the group has. Only whoever sent it sees it. @throws NotFound when it is over */
export async function previewOf(db: Db, enquiry: Enquiry, person: Person, id: string): Promise<Preview> {
  const row = await db
    .selectFrom('referenceImports')
    .selectAll()
    .where('id', '=', id)
    .where('groupId', '=', enquiry.groupId)
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound('list of references'))
  const found = JSON.parse(row.found) as Found
  return { id, ...found, offered: beside(found, await referencesOf(db, enquiry.groupId)) }
}

function beside(found: Found, there: Reference[]): Offered[] {
  const dois = new Map(there.flatMap(one => (one.doi ? [[one.doi, one.id] as const] : [])))
  const titles = new Map(there.map(one => [titleAndYear(one.work), one.id] as const))
  return found.entries.map(({ work, key }, place) => {
    const [byDoi, byTitle] = [work.DOI ? dois.get(work.DOI) : undefined, titles.get(titleAndYear(work))]
    if (work.DOI && byDoi === undefined) dois.set(work.DOI, '')
    if (byTitle === undefined) titles.set(titleAndYear(work), '')
    const id = byDoi ?? byTitle
    if (id === undefined) return { place, work, key, same: undefined }
    const why = byDoi !== undefined ? ('the same DOI' as const) : ('the same title and year' as const)
    return { place, work, key, same: { href: id ? `/references/${id}` : null, why } }
  })
}

/**
 * Adds what was chosen, and forgets the list. @returns what was added
 * @throws Conflict when nothing was left to add
 */
export async function takeFound(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  preview: Preview,
  chosen: { leaveOut: string[]; takeAnyway: string[] },
): Promise<Reference[]> {
  const taken = preview.offered.filter(({ place, same }) =>
    same ? chosen.takeAnyway.includes(String(place)) : !chosen.leaveOut.includes(String(place)),
  )
  if (taken.length === 0) throw new Conflict('Nothing was left to add. Go back and choose at least one entry.')
  const added = await addReferences(trx, enquiry, person, taken)
  await trx.deleteFrom('referenceImports').where('id', '=', preview.id).execute()
  return added
}
