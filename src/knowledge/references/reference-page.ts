import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { namesOf } from '../../people/people.js'
import { type FormState, formOf } from '../../web/read.js'
import { knowledgeCrumb } from '../addresses.js'
import { stanceOptions } from '../choices.js'
import type { ReferencePage } from '../pages.js'
import { mayKeepReferences, maySayWhatItDoes } from '../permissions.js'
import { type FoundReference, referencesOf, saidFor } from './references.js'
import { shownReference } from './shown-reference.js'

/**
 * One reference and what is said of it, for whoever may read it.
 * @param form a sentence that needs mending, and `mending` the id of the one that it takes the place of
 */
export async function referencePage(
  db: Db,
  reference: FoundReference,
  form: FormState = formOf(),
  mending = '',
): Promise<ReferencePage> {
  const { enquiry, removedAt, removedBy, removedBecause } = reference
  const keep = enquiry !== undefined && mayKeepReferences(enquiry)
  const removed = removedAt !== null
  const said = enquiry && !removed ? await saidFor(db, enquiry, [reference.id]) : []
  const lettered = (await referencesOf(db, reference.groupId)).find(one => one.id === reference.id)
  const shown = shownReference(lettered ?? reference)
  const nameOfPerson = await namesOf(db, [enquiry ? reference.addedBy : null, removedBy])
  return {
    title: shown.short,
    breadcrumbs: enquiry ? crumbsOf(enquiry, knowledgeCrumb(enquiry)) : [],
    head: enquiry ? headOf(enquiry, 'knowledge') : null,
    reference: shown,
    addedBy: enquiry ? nameOfPerson(reference.addedBy) : '',
    addedAt: reference.addedAt,
    removed: removed ? { at: removedAt, by: nameOfPerson(removedBy), because: removedBecause ?? '' } : null,
    said: said.map(one => ({ ...one, here: one.enquiryId === enquiry?.id })),
    stances: stanceOptions(),
    form,
    mending,
    may: {
      keep: keep && !removed,
      say: keep && !removed && maySayWhatItDoes(enquiry),
      bringBack: keep && removed,
    },
  }
}
