import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { FormState } from '../../web/read.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import type { CodeFormPage } from './pages.js'
import { bookOf, codeChoices, type FoundCode } from './book.js'
import { colours } from './colours.js'

const colourChoices = colours.map(({ key, name, line }) => ({ value: key, text: `${name}, ${line} line` }))

export async function newCodePage(db: Db, enquiry: Enquiry, form: FormState): Promise<CodeFormPage> {
  return {
    title: 'Make a code',
    ...aroundCoding(enquiry, codesCrumb(enquiry)),
    form,
    address: `/groups/${enquiry.groupId}/codes`,
    back: `/groups/${enquiry.groupId}/codes`,
    heading: 'Make a code',
    button: 'Make the code',
    colours: [{ value: '', text: 'Choose for me' }, ...colourChoices],
    parents: codeChoices(await bookOf(db, enquiry)),
    theirs: null,
  }
}

export function changeCodePage(code: FoundCode, form: FormState): CodeFormPage {
  return {
    title: `Change the code ${code.name}`,
    ...aroundCoding(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
    form,
    address: code.href,
    back: code.href,
    heading: `Change the code “${code.name}”`,
    button: 'Save the code',
    colours: colourChoices,
    parents: null,
    theirs: null,
  }
}
