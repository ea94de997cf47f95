import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { ownSchool, safeguardingContact } from '../../evidence/logging/choices.js'
import type { Reader } from '../../names/reader.js'
import type { FormState } from '../../web/read.js'
import type { ImportPage } from './pages.js'

/** Where a file is chosen, or rows are pasted. */
export async function importPage(db: Db, person: Reader, enquiry: Enquiry, form: FormState): Promise<ImportPage> {
  const href = `/groups/${enquiry.groupId}/measures`
  return {
    title: 'Bring in a spreadsheet of measures',
    breadcrumbs: crumbsOf(enquiry, { href, text: 'Measures' }),
    head: headOf(enquiry, 'measures'),
    form,
    address: `${href}/imports`,
    back: href,
    safeguarding: await safeguardingContact(db, ownSchool(person, enquiry)),
  }
}
