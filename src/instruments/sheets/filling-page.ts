import type { Db } from '../../database.js'
import { ownSchool, safeguardingContact, schoolChoices } from '../../evidence/logging/choices.js'
import type { Reader } from '../../names/reader.js'
import { today } from '../../web/now.js'
import { formOf } from '../../web/read.js'
import { aroundInstruments } from '../around-instruments.js'
import type { FillingPage } from './pages.js'
import { choicesOf } from '../questions.js'
import type { FoundFilling } from './filling-in.js'

/** A sheet as it is filled in. @param mistake what keeps it from becoming evidence */
export async function fillingPage(
  db: Db,
  person: Reader,
  filling: FoundFilling,
  mistake?: string,
): Promise<FillingPage> {
  const { enquiry, answers } = filling
  const values = Object.fromEntries(filling.questions.map(({ id }) => [`q-${id}`, answers[id]]))
  const form = formOf({ ...values, school: answers.school, on: answers.on, about: answers.about })
  if (mistake) form.summary.push({ field: `q-${filling.questions[0]!.id}`, text: mistake })
  return {
    title: filling.name,
    ...aroundInstruments(enquiry),
    address: `/fillings/${filling.id}`,
    name: filling.name,
    purpose: filling.purpose,
    questions: filling.questions.map(question => ({ ...question, choices: choicesOf(question) })),
    form,
    schools: await schoolChoices(db, enquiry.networkId),
    latest: today(),
    back: `/groups/${enquiry.groupId}/instruments`,
    safeguarding: await safeguardingContact(db, ownSchool(person, enquiry)),
  }
}
