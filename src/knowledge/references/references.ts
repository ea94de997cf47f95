import type { Db, Trx } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { stances } from '../../enquiries/stages/stage-fields.js'
import { NotFound } from '../../errors.js'
import type { Names } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { byName } from '../../words/words.js'
import { makersOf, surname } from '../citing/names.js'
import { mayReadKnowledge } from '../permissions.js'
import { lettersFor } from '../citing/short-forms.js'
import type { PublishedReference, ReferenceStance } from '../tables.js'
import type { Work } from './work.js'

/** A published work that a group knows. */
export interface Reference extends Omit<PublishedReference, 'work'> {
  work: Work
}

/** A reference together with the enquiry of the group that keeps it, as somebody found it. */
export interface FoundReference extends Reference {
  /** Undefined for colleagues of the network who only read the reference itself. */
  enquiry: Enquiry | undefined
}

/** What a work does to the group's thinking, in a sentence. */
export interface Said extends ReferenceStance {
  /** `challenges us` */
  does: string
  by: string
  cycle: number
}

export function referenceFrom(row: PublishedReference): Reference {
  return { ...row, work: JSON.parse(row.work) as Work }
}

/** A reference in its place among the others. */
export type ListedReference = Reference & { letter: string }

/**
 * The references of a group, in the order of a list of references, each with the letter that tells it apart from the
 * same people's other works of the year. Whoever holds the enquiry must be one who may read them.
 */
export async function referencesOf(db: Db | Trx, groupId: string): Promise<ListedReference[]> {
  return inListOrder((await referencesIn(db, { groupId })).map(referenceFrom))
}

const referencesIn = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  db.selectFrom('publishedReferences').selectAll().where('groupId', '=', groupId).where('removedAt', 'is', null),
)

/** By whose work it is, then by year, then by title; works without a year come last. */
export function inListOrder<One extends Reference>(references: One[]): (One & { letter: string })[] {
  const keyed = references.map(reference => ({ reference, name: sortName(reference.work) }))
  keyed.sort(
    (one, other) =>
      byName(one, other) ||
      (one.reference.work.issued?.[0] ?? 9999) - (other.reference.work.issued?.[0] ?? 9999) ||
      byName({ name: one.reference.title }, { name: other.reference.title }),
  )
  const sorted = keyed.map(({ reference }) => reference)
  const letters = lettersFor(sorted.map(({ work }) => work))
  return sorted.map((reference, at) => ({ ...reference, letter: letters[at]! }))
}

function sortName(work: Work): string {
  const { names } = makersOf(work)
  return names.length === 0 ? work.title : names.map(name => `${surname(name)} ${name.given ?? ''}`).join(' ')
}

/**
 * A reference that the person may read: of a group whose purpose stage they may read, or shared with the network they
 * work in; members also find one that was removed. @throws NotFound
 */
export async function findReference(db: Db, person: Reader, id: string): Promise<FoundReference> {
  const row = await db
    .selectFrom('publishedReferences')
    .innerJoin('groups', 'groups.id', 'publishedReferences.groupId')
    .selectAll('publishedReferences')
    .select('groups.networkId')
    .where('publishedReferences.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('reference')
  const { networkId, ...reference } = row
  const enquiry = await findEnquiry(db, person, reference.groupId).catch(ifNotFound)
  const open = enquiry && (mayReadKnowledge(enquiry) || (await readableCycles(db, enquiry)).size > 0)
  if (open && (!reference.removedAt || enquiry.standing.member)) return { ...referenceFrom(reference), enquiry }
  const shared = reference.sharedAt !== null && reference.removedAt === null && person.works(networkId)
  if (!shared) throw new NotFound('reference')
  return { ...referenceFrom(reference), enquiry: undefined }
}

/**
 * The cycles whose words about published works the finder of the enquiry may read: for members all of them, for others
 * those whose purpose stage is shared.
 */
export async function readableCycles(db: Db, { groupId, standing }: Enquiry): Promise<Set<string>> {
  let query = db.selectFrom('enquiries').select('enquiries.id').where('enquiries.groupId', '=', groupId)
  if (!standing.member)
    query = query
      .innerJoin('sharedStages', 'sharedStages.enquiryId', 'enquiries.id')
      .where('sharedStages.stage', '=', 'purpose')
  return new Set((await query.execute()).map(row => row.id))
}

/** What was said of these works, as far as this reader may know it. */
export async function saidFor(db: Db, enquiry: Enquiry, referenceIds: string[]): Promise<Said[]> {
  const cycles = await readableCycles(db, enquiry)
  const ids = new Set(referenceIds)
  const said = await saidOf(db, enquiry.names, { referenceIds })
  return said.filter(one => ids.has(one.referenceId) && cycles.has(one.enquiryId))
}

function ifNotFound(error: unknown): undefined {
  if (error instanceof NotFound) return undefined
  throw error
}

/** What was said of these works, the oldest first. @param enquiryId of one cycle only */
export async function saidOf(
  db: Db,
  { read }: Names,
  of: { referenceIds: string[] } | { enquiryId: string },
): Promise<Said[]> {
  let query = db
    .selectFrom('referenceStances')
    .innerJoin('people', 'people.id', 'referenceStances.saidBy')
    .innerJoin('enquiries', 'enquiries.id', 'referenceStances.enquiryId')
    .innerJoin('publishedReferences', 'publishedReferences.id', 'referenceStances.referenceId')
    .selectAll('referenceStances')
    .select(['people.name as by', 'enquiries.cycle'])
    .where('publishedReferences.removedAt', 'is', null)
    .orderBy('referenceStances.saidAt')
    .orderBy('referenceStances.id')
  if ('enquiryId' in of) query = query.where('referenceStances.enquiryId', '=', of.enquiryId)
  else if (of.referenceIds.length === 0) return []
  else if (of.referenceIds.length < 900) query = query.where('referenceStances.referenceId', 'in', of.referenceIds)
  const rows = await query.execute()
  return read(rows).map(row => ({ ...row, does: stances.find(one => one.stance === row.stance)?.name ?? '' }))
}

export function addressOf(reference: { id: string }): string {
  return `/references/${reference.id}`
}
