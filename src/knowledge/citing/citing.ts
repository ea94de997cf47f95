import type { Db } from '../../database.js'
import { type Citations, type Cited, keysIn } from '../../documents/citations.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { harvardText, yearOf } from './harvard.js'
import { shortNames } from './names.js'
import { mayReadKnowledge } from '../permissions.js'
import { addressOf, type ListedReference, type Reference, referencesOf } from '../references/references.js'

/**
 * The works that some texts of a group cite, for `citations` of a page. Texts without a key ask nothing of the database.
 * The works are named for whoever may read the text; only those who may read the group's references are led to them.
 */
export async function citationsIn(
  db: Db,
  enquiry: Enquiry,
  texts: (string | null | undefined)[],
): Promise<Citations | undefined> {
  return citationsWhereCited(() => referencesOf(db, enquiry.groupId), enquiry, texts)
}

/** The same, where a page asks for the group's references elsewhere too. @param references asked only where a text has a key */
export async function citationsWhereCited(
  references: () => Promise<ListedReference[]>,
  enquiry: Enquiry,
  texts: (string | null | undefined)[],
): Promise<Citations | undefined> {
  if (texts.every(text => keysIn(text ?? '').length === 0)) return undefined
  return citationsAmong(await references(), enquiry)
}

/** The same, of the group's references that are loaded already. */
export function citationsAmong(references: ListedReference[], enquiry: Enquiry): Citations {
  return citationsOf(references, mayReadKnowledge(enquiry) ? addressOf : undefined)
}

/**
 * The works that the texts of somebody else's group cite, for a reader who was sent them and has nothing to do with the
 * group's references: they are named, and nobody is led to them.
 */
export async function citationsNamed(
  db: Db,
  groupId: string,
  texts: (string | null | undefined)[],
): Promise<Citations | undefined> {
  if (texts.every(text => keysIn(text ?? '').length === 0)) return undefined
  return citationsOf(await referencesOf(db, groupId), undefined)
}

/** The works by their keys, large and small letters alike. @param address where each of them is led to */
export function citationsOf(
  references: ListedReference[],
  address: ((reference: Reference) => string) | undefined,
): Citations {
  const known = new Map(references.map(reference => [reference.key.toLowerCase(), reference]))
  const made = new Map<string, Cited>()
  return key => {
    const reference = known.get(key.toLowerCase())
    if (!reference) return undefined
    const cited = made.get(reference.id) ?? citedFrom(reference, address)
    made.set(reference.id, cited)
    return cited
  }
}

function citedFrom(reference: ListedReference, address: ((reference: Reference) => string) | undefined): Cited {
  const { work, letter } = reference
  return {
    author: shortNames(work),
    year: yearOf(work, letter),
    title: harvardText(work, letter),
    ...(address && { href: address(reference) }),
  }
}
