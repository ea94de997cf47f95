import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { type ListedReference, referencesOf } from '../references/references.js'
import { shownReference } from '../references/shown-reference.js'

/** What can be cited, beside a text that somebody writes (views/knowledge/_keys.ejs). */
export interface CiteKeys {
  /** `/groups/reading/knowledge` */
  address: string
  keys: { cite: string; short: string; line: string }[]
}

export async function citeKeys(db: Db, { groupId }: Pick<Enquiry, 'groupId'>): Promise<CiteKeys> {
  return keysAmong(await referencesOf(db, groupId), groupId)
}

/** The same, of the group's references that are loaded already. */
export function keysAmong(references: ListedReference[], groupId: string): CiteKeys {
  return {
    address: `/groups/${groupId}/knowledge`,
    keys: references.map(one => shownReference(one)).map(({ cite, short, line }) => ({ cite, short, line })),
  }
}
