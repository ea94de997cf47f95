import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { aboutReferences } from './adding.js'
import type { Reference } from './references.js'

/**
 * Takes a reference off the group's list, with the reason. Texts that cite its key show the key as it was typed.
 * @throws Conflict when it was removed before
 */
export async function removeReference(
  trx: Trx,
  enquiry: Enquiry,
  reference: Reference,
  person: Person,
  because: string,
): Promise<void> {
  if (reference.removedAt) throw new Conflict('Somebody removed this reference already.')

  await trx
    .updateTable('publishedReferences')
    .set({ removedAt: now(), removedBy: person.id, removedBecause: because })
    .where('id', '=', reference.id)
    .execute()
  await record(trx, { kind: 'reference removed', by: person, ...aboutReferences(enquiry, reference.id) })
}

/** Puts a removed reference on the list again, as it was. */
export async function bringBackReference(
  trx: Trx,
  enquiry: Enquiry,
  reference: Reference,
  person: Person,
): Promise<void> {
  if (!reference.removedAt) return

  await trx
    .updateTable('publishedReferences')
    .set({ removedAt: null, removedBy: null, removedBecause: null })
    .where('id', '=', reference.id)
    .execute()
  await record(trx, { kind: 'reference brought back', by: person, ...aboutReferences(enquiry, reference.id) })
}
