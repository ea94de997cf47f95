import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { aboutReferences, sameness } from './adding.js'
import { type Reference, referenceFrom } from './references.js'

/** Lets the other groups of the network find the work. What the group says of it stays in the group. */
export async function shareReference(trx: Trx, enquiry: Enquiry, reference: Reference, person: Person): Promise<void> {
  if (reference.sharedAt) return
  await setSharing(trx, enquiry, reference, person, { sharedAt: now(), sharedBy: person.id }, 'reference shared')
}

export async function takeBackReference(
  trx: Trx,
  enquiry: Enquiry,
  reference: Reference,
  person: Person,
): Promise<void> {
  if (!reference.sharedAt) return
  await setSharing(trx, enquiry, reference, person, { sharedAt: null, sharedBy: null }, 'reference taken back')
}

async function setSharing(
  trx: Trx,
  enquiry: Enquiry,
  reference: Reference,
  person: Person,
  shared: { sharedAt: string | null; sharedBy: string | null },
  kind: 'reference shared' | 'reference taken back',
): Promise<void> {
  await trx.updateTable('publishedReferences').set(shared).where('id', '=', reference.id).execute()
  await record(trx, { kind, by: person, ...aboutReferences(enquiry, reference.id) })
}

/**
 * Works that other groups of the network have and this one has not, each once.
 * @param own the references of this group
 */
export async function sharedByOthers(
  db: Db,
  { groupId, networkId }: Pick<Enquiry, 'groupId' | 'networkId'>,
  own: Reference[],
): Promise<(Reference & { groupName: string })[]> {
  const rows = await db
    .selectFrom('publishedReferences')
    .innerJoin('groups', 'groups.id', 'publishedReferences.groupId')
    .selectAll('publishedReferences')
    .select('groups.name as groupName')
    .where('groups.networkId', '=', networkId)
    .where('publishedReferences.groupId', '<>', groupId)
    .where('publishedReferences.sharedAt', 'is not', null)
    .where('publishedReferences.removedAt', 'is', null)
    .orderBy('publishedReferences.title')
    .limit(500)
    .execute()
  const known = new Set(own.map(one => sameness(one.work)))
  return rows.flatMap(({ groupName, ...row }) => {
    const reference = referenceFrom(row)
    const same = sameness(reference.work)
    if (known.has(same)) return []
    known.add(same)
    return [{ ...reference, groupName }]
  })
}
