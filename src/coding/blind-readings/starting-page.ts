import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { peopleOf } from '../../groups/people.js'
import type { Reader } from '../../names/reader.js'
import { takesPart } from '../../people/roles/roles.js'
import type { FormState } from '../../web/read.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { bookOf, codeChoices } from '../codebook/book.js'
import type { NewBlindReadingPage } from './pages.js'
import { blindReadingsCrumb } from './blind-reading-page.js'
import { piecesToReadBlind } from './starting.js'

/** Who could read what, and with which codes. */
export async function newBlindReadingPage(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  form: FormState,
): Promise<NewBlindReadingPage> {
  const people = await peopleOf(db, enquiry.groupId)
  return {
    title: 'Start a blind reading',
    ...aroundCoding(enquiry, codesCrumb(enquiry), blindReadingsCrumb(enquiry)),
    form,
    address: `/groups/${enquiry.groupId}/readings`,
    people: people
      .filter(one => takesPart(one) && one.personId !== person.id)
      .map(one => ({ value: one.personId, text: one.school ? `${one.name}, ${one.school}` : one.name })),
    pieces: (await piecesToReadBlind(db, person, enquiry)).map(({ id, number, title }) => ({
      value: id,
      text: `E${number} ${title}`,
    })),
    codes: codeChoices(await bookOf(db, enquiry)).map(({ value, text }) => ({ value, text: text.trim() })),
  }
}
