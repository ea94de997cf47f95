import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { Reader } from '../names/reader.js'
import { countsFor, sumOf } from '../reach/counted-pieces.js'
import { notShared } from '../reach/reaches.js'
import { type ConsentAudience, consentAudienceNamed } from '../reach/audiences.js'
import type { FormState } from '../web/read.js'
import { copiesOf } from './copies.js'
import { formOfCopy, formsOfCopy } from './forms-of-copy.js'
import type { CopiesPage } from './pages.js'
import { mayTakeWhole } from './permissions.js'

/** Whoever a copy is for, in the order of how far it goes; to a single school a copy is not given. */
const forWhom = [
  { value: 'group', text: 'Only us, the enquiry group' },
  { value: 'network', text: 'Colleagues in the schools of our network' },
  { value: 'outside', text: 'A researcher or another colleague from outside' },
  { value: 'public', text: 'Anyone' },
] satisfies { value: ConsentAudience; text: string }[]

/** Where a copy is taken, with those that were taken before. */
export async function copiesPage(db: Db, person: Reader, enquiry: Enquiry, form: FormState): Promise<CopiesPage> {
  return {
    title: 'Take a copy',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'copies'),
    form,
    audiences: forWhom,
    forms: formsOfCopy
      .filter(({ key }) => key !== 'whole' || mayTakeWhole(enquiry))
      .map(({ key, name, hint }) => ({ value: key, text: name, hint })),
    pieces: sumOf((await countsFor(db, person, enquiry)).filter(one => !notShared.includes(one.reach))),
    address: `/groups/${enquiry.groupId}/copies`,
    taken: (await copiesOf(db, enquiry.groupId)).map(copy => ({
      href: `/copies/${copy.id}`,
      what: formOfCopy(copy.form).name,
      by: copy.takenByName,
      at: copy.takenAt,
      forWhom: consentAudienceNamed(copy.audience).name,
      pieces: Number(copy.pieces),
    })),
  }
}
