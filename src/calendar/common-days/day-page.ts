import type { Db } from '../../database.js'
import { namesOf } from '../../people/people.js'
import { formOf, type FormState } from '../../web/read.js'
import { mayAnswerCommonDay, mayChangeCommonDay } from '../permissions.js'
import { commonDayAnswers } from '../tables.js'
import { answersInWords, type SchoolOnDay, schoolsOnDay } from './answering.js'
import type { CommonDayThere } from './finding.js'
import { datesInWords } from './in-words.js'
import type { CommonDayAnswerPage, CommonDayPage } from './pages.js'

/** One day, and every school in the alphabet with what it says. */
export async function commonDayPage(db: Db, there: CommonDayThere): Promise<CommonDayPage> {
  const { person, day, head, address, breadcrumbs } = there
  const schools = await schoolsOnDay(db, day)
  return {
    ...{ title: day.title, breadcrumbs, head, address, common: day, when: datesInWords(day) },
    cancelledBy: day.cancelledBy ? (await namesOf(db, [day.cancelledBy]))(day.cancelledBy) : '',
    schools: schools.map(school => ({
      ...school,
      inWords: school.answer ? answersInWords[school.answer] : '',
      mayAnswer: mayAnswerCommonDay(person, day, school.schoolId),
      href: `${address}/schools/${school.schoolId}`,
    })),
    may: { change: mayChangeCommonDay(person, day) },
  }
}

export function answerPage(there: CommonDayThere, school: SchoolOnDay, form?: FormState): CommonDayAnswerPage {
  const { day, head, address, breadcrumbs } = there
  return {
    ...{ title: `Does ${school.name} keep this day?`, head, common: day, when: datesInWords(day), school: school.name },
    breadcrumbs: [...breadcrumbs, { href: address, text: day.title }],
    ...{ address: `${address}/schools/${school.schoolId}`, back: address },
    answers: commonDayAnswers.map(value => ({ value, text: answersInWords[value] })),
    form: form ?? formOf(school.answer ? { answer: school.answer, note: school.note } : { answer: 'kept' }),
  }
}
