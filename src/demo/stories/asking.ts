import { inOne } from '../../database.js'
import { findFilling, beginFilling, finishFilling, saveFilling } from '../../instruments/sheets/filling-in.js'
import { copyInstrument, findInstrument, makeInstrument, shareInstrument } from '../../instruments/instruments.js'
import { askedByLink, giveAnswers } from '../../instruments/questionnaires/answering.js'
import { makeLinks } from '../../instruments/questionnaires/asking-by-link.js'
import { closeQuestionnaire } from '../../instruments/questionnaires/closing.js'
import { openQuestionnaire } from '../../instruments/questionnaires/opening.js'
import { findQuestionnaire } from '../../instruments/questionnaires/questionnaires.js'
import { answersSent, type Question } from '../../instruments/questions.js'
import { questionsOf, templateNamed } from '../../instruments/templates.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import {
  instruments,
  type QuestionnaireMaterial,
  questionnaires,
  type SheetMaterial,
  sheets,
} from '../material/reading/asking.js'
import { castPerson, type Deed, moment } from './deeds.js'
import type { Telling } from './telling.js'

/** The reading group asks the same questions in four schools, and asks its colleagues. */
export function askingDeeds(telling: Telling): Deed[] {
  if (telling.group.id !== 'reading') return []
  const made = new Map<string, string>()
  return [
    ...instruments.map(one => ({ at: moment(one.on, '16:05'), act: () => make(telling, one, made) })),
    { at: moment('2026-11-02', '15:50'), act: () => copyElsewhere(telling, made) },
    ...sheets.map(sheet => ({ at: moment(sheet.on, '13:20'), act: () => fillIn(telling, sheet, made) })),
    ...questionnaires.flatMap(one => [
      { at: moment(one.opened, '16:15'), act: () => ask(telling, one, made) },
      ...(one.closed ? [{ at: moment(one.closed, '17:00'), act: () => close(telling, one, made) }] : []),
    ]),
  ]
}

type Made = Map<string, string>

/** A template with the group's own words in place of the template's. */
function worded(template: string, words: string[], options: Record<number, string[]>): Question[] {
  const questions = questionsOf(templateNamed(template)!)
  return questions.map((question, at) => ({ ...question, words: words[at]!, options: options[at] ?? question.options }))
}

async function make(telling: Telling, one: (typeof instruments)[number], made: Made): Promise<void> {
  const { db } = telling.house
  const person = await telling.as(one.by)
  const template = templateNamed(one.template)!
  const choice = template.questions.findIndex(([, kind]) => kind === 'one')
  const questions = worded(one.template, one.questions, one.options ? { [choice]: one.options } : {})
  const words = { kind: template.kind, name: one.name, purpose: one.purpose, questions }
  const enquiry = await telling.enquiry(person)
  const id = await inOne(db, trx => makeInstrument(trx, enquiry, person, words))
  made.set(one.name, id)
  if (one.shared)
    await inOne(db, async trx => shareInstrument(trx, await findInstrument(trx, person, id), person, true))
}

/** Talk in mathematics asks its own question with the same words. */
async function copyElsewhere({ house }: Telling, made: Made): Promise<void> {
  const { db } = house
  const gwen = await castPerson(house, 'gwen')
  await inOne(db, async trx =>
    copyInstrument(trx, await findEnquiry(trx, gwen, 'talk'), gwen, made.get(instruments[0]!.name)!),
  )
}

async function fillIn(telling: Telling, sheet: SheetMaterial, made: Made): Promise<void> {
  const { db } = telling.house
  const person = await telling.as(sheet.by)
  const found = await findInstrument(db, person, made.get(sheet.instrument)!)
  const id = await beginFilling(db, found, person)
  const { school, on, about } = sheet
  const body = { ...fieldsOf(found.questions, sheet.answers), school, on, about }
  const answers = await saveFilling(db, await findFilling(db, person, id), body)
  await inOne(db, async trx =>
    finishFilling(trx, { ...(await findFilling(trx, person, id)), answers }, person, sheet.audience),
  )
}

async function ask(telling: Telling, one: QuestionnaireMaterial, made: Made): Promise<void> {
  const { db } = telling.house
  const person = await telling.as(one.by)
  const { kind } = templateNamed(one.template)!
  const words = {
    kind,
    name: one.name,
    purpose: one.purpose,
    questions: worded(one.template, one.questions, one.options ?? {}),
  }
  const enquiry = await telling.enquiry(person)
  const instrument = await inOne(db, trx => makeInstrument(trx, enquiry, person, words))
  const id = await inOne(db, async trx =>
    openQuestionnaire(trx, await findInstrument(trx, person, instrument), person, one.endsOn),
  )
  made.set(one.name, id)
  const [link] = await inOne(db, async trx => makeLinks(trx, await findQuestionnaire(trx, person, id), 0))
  for (const answers of one.answers) {
    const asked = await askedByLink(db, link!)
    await inOne(db, trx =>
      giveAnswers(trx, asked, answersSent(asked.questions, fieldsOf(asked.questions, answers)), { token: link! }),
    )
  }
}

async function close(telling: Telling, one: QuestionnaireMaterial, made: Made): Promise<void> {
  const person = await telling.as(one.by)
  const found = await findQuestionnaire(telling.house.db, person, made.get(one.name)!)
  await inOne(telling.house.db, trx => closeQuestionnaire(trx, found, person))
}

function fieldsOf(questions: Question[], answers: (string | string[])[]): Record<string, string | string[]> {
  return Object.fromEntries(questions.map(({ id }, at) => [`q-${id}`, answers[at] ?? '']))
}
