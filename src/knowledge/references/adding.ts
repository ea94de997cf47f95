import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { folded } from '../../words/folded.js'
import { freeKey, isKey, keyFor } from '../citing/forming-cite-keys.js'
import { type Reference, referenceFrom } from './references.js'
import type { PublishedReference } from '../tables.js'
import type { Work } from './work.js'

/** The group that keeps references, as an enquiry has it. */
interface Keeping {
  groupId: string
  networkId: string
}

const MOST = 5000

/** Adds one work. Its key is the one wished for, where nobody has it; otherwise the nearest that is free. */
export async function addReference(
  trx: Trx,
  group: Keeping,
  person: Person,
  work: Work,
  wish?: string,
): Promise<Reference> {
  const [reference] = await addReferences(trx, group, person, [{ work, key: wish }])
  return reference!
}

/**
 * Adds works together. One that was removed before comes back as it is in the list now, under its old key.
 * @throws Conflict when a group would keep more than five thousand
 */
export async function addReferences(
  trx: Trx,
  group: Keeping,
  person: Person,
  works: { work: Work; key?: string | undefined }[],
): Promise<Reference[]> {
  if (works.length === 0) return []

  const there = await everyOne(trx, group.groupId)
  if (there.length + works.length > MOST)
    throw new Conflict('A group keeps up to 5,000 references. Remove what you do not use first.')
  const taken = new Set(there.map(one => one.key.toLowerCase()))
  const removed = new Map(there.filter(one => one.removedAt).map(one => [sameness(referenceFrom(one).work), one]))
  const added: Reference[] = []
  for (const { work, key } of works) {
    const before = removed.get(sameness(work))
    removed.delete(sameness(work))
    added.push(
      before
        ? await backAgain(trx, before, work, person)
        : await insertReference(trx, group, person, work, nextKey(work, key, taken)),
    )
  }
  const deed = { by: person, ...aboutReferences(group, added[0]!.id), works: works.length }
  await record(trx, { kind: 'references added', ...deed, ids: added.map(one => one.id) })
  return added
}

function nextKey(work: Work, wish: string | undefined, taken: Set<string>): string {
  const key = freeKey(wish && isKey(wish) ? wish : keyFor(work), taken)
  taken.add(key.toLowerCase())
  return key
}

function everyOne(trx: Trx, groupId: string): Promise<PublishedReference[]> {
  return trx.selectFrom('publishedReferences').selectAll().where('groupId', '=', groupId).execute()
}

async function insertReference(trx: Trx, group: Keeping, person: Person, work: Work, key: string): Promise<Reference> {
  const row = {
    id: newId(),
    groupId: group.groupId,
    key,
    ...columnsOf(work),
    version: 1,
    addedAt: now(),
    addedBy: person.id,
    revisedAt: null,
    revisedBy: null,
    sharedAt: null,
    sharedBy: null,
    removedAt: null,
    removedBy: null,
    removedBecause: null,
  }
  await trx.insertInto('publishedReferences').values(row).execute()
  return referenceFrom(row)
}

async function backAgain(trx: Trx, row: PublishedReference, work: Work, person: Person): Promise<Reference> {
  const next = {
    ...row,
    ...columnsOf(work),
    version: row.version + 1,
    revisedAt: now(),
    revisedBy: person.id,
    removedAt: null,
    removedBy: null,
    removedBecause: null,
  }
  await trx.updateTable('publishedReferences').set(next).where('id', '=', row.id).execute()
  return referenceFrom(next)
}

function columnsOf(work: Work) {
  return { work: JSON.stringify(work), title: work.title, doi: work.DOI ?? null }
}

/** Two entries are the same work when they share a DOI or, where one has none, a title and a year. */
export function sameness(work: Work): string {
  return work.DOI ? `doi ${work.DOI}` : titleAndYear(work)
}

export function titleAndYear(work: Work): string {
  return `${folded(work.title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} ${work.issued?.[0] ?? ''}`
}

/**
 * Puts a reference in better words. A new key is taken where it is free; texts that cite the old one do not follow.
 * @returns false, and changes nothing, when somebody else has revised it meanwhile
 * @throws Conflict when the key is another reference's
 */
export async function reviseReference(
  trx: Trx,
  group: Keeping,
  reference: Reference,
  person: Person,
  { work, key, version }: { work: Work; key: string; version: number },
): Promise<boolean> {
  const there = await everyOne(trx, group.groupId)
  if (there.some(one => one.id !== reference.id && one.key.toLowerCase() === key.toLowerCase()))
    throw new Conflict(`Another reference of the group has the key ${key}.`)
  const changed = await trx
    .updateTable('publishedReferences')
    .set({ ...columnsOf(work), key, version: version + 1, revisedAt: now(), revisedBy: person.id })
    .where('id', '=', reference.id)
    .where('version', '=', version)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await record(trx, { kind: 'reference revised', by: person, ...aboutReferences(group, reference.id) })
  return true
}

/** How a fact knows a reference. */
export function aboutReferences({ groupId, networkId }: Keeping, id: string) {
  return { networkId, groupId, aboutKind: 'reference', aboutId: id }
}
