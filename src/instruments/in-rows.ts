import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Reader } from '../names/reader.js'
import { type Column, day, number, text } from '../web/columns.js'
import { measuresOfEnquiry } from './measures/measures.js'
import { type AtSchool, readingsOf, type Sight } from './measures/readings.js'
import type { FoundQuestionnaire } from './questionnaires/questionnaires.js'
import type { Results } from './questionnaires/spread.js'
import type { Measure } from './tables.js'

/** A reading of a measure in one school. */
export interface MeasureLine {
  school: string
  on: string
  measure: string
  /** Or the words that say why it is not shown. */
  value: number | string
  pupils: number | string
  remark: string
}

/** What a group measured as a list. */
export const measureColumns: Column<MeasureLine>[] = [
  text('School', 30, line => line.school),
  day('Day', line => line.on),
  text('Measure', 40, line => line.measure),
  number('Value', 22, line => line.value),
  number('Number of pupils', 18, line => line.pupils),
  text('Remark', 40, line => line.remark),
]

/** The readings of a measure, by school and in the order of time. */
export function measureLines(one: Pick<Measure, 'name'>, schools: AtSchool[]): MeasureLine[] {
  return schools.flatMap(({ school, readings }) =>
    readings.map(({ on, value, shown, pupils, shownPupils, remark }) => ({
      school,
      on,
      measure: one.name,
      value: value ?? shown,
      pupils: pupils ?? shownPupils,
      remark,
    })),
  )
}

/** Everything that a cycle measured, as far as it is in sight where it goes. */
export async function measuredIn(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  sight: Sight,
): Promise<{ measure: Measure; schools: AtSchool[] }[]> {
  const measures = await measuresOfEnquiry(db, enquiry)
  const readings = await readingsOf(db, person, enquiry, measures, sight)
  return measures
    .map(measure => ({ measure, schools: readings.get(measure.id)! }))
    .filter(({ schools }) => schools.length > 0)
}

/** One of the answers to a question, and how many gave it. */
export interface AnswerLine {
  questionnaire: string
  closedAt: string | null
  answers: number
  question: string
  answer: string
  many: number | string
}

/** What colleagues answered as a list. */
export const questionnaireColumns: Column<AnswerLine>[] = [
  text('Questionnaire', 34, line => line.questionnaire),
  day('Closed on', line => line.closedAt),
  number('Answers', 9, line => line.answers),
  text('Question', 50, line => line.question),
  text('Answer', 60, line => line.answer),
  number('How many', 10, line => line.many),
]

/** The spread of a closed questionnaire, a line for each answer to each question. */
export function answerLines({ name, closedAt }: FoundQuestionnaire, { answers, spread }: Results): AnswerLine[] {
  return spread.flatMap(one => {
    const line = (answer: string, many: number | string): AnswerLine => ({
      ...{ questionnaire: name, closedAt, answers, question: one.words },
      answer,
      many,
    })
    if (one.answered === 0) return [line('fewer than five answered this', '')]
    if (one.numbers) {
      const { low, middle, high } = one.numbers
      return [line('lowest', low), line('middle', middle), line('highest', high)]
    }
    if (one.counts.length > 0) return one.counts.map(({ text, count }) => line(text, count))
    return one.said.map(words => line(words, ''))
  })
}
