import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import { measuresOfEnquiry } from './measures.js'
import { type AtSchool, readingsOf, type Sight } from './readings.js'
import type { FoundQuestionnaire } from './questionnaires.js'
import type { Results } from './spread.js'
import type { Measure } from './tables.js'
import { dayOf } from '../web/now.js'

export type Cell = string | number | null

export const measureHead = ['School', 'Day', 'Measure', 'Value', 'Number of pupils', 'Remark']

/** The readings of a measure as rows of a spreadsheet, by school and in the order of time. @param written as days are written */
export function measureRows(
  one: Pick<Measure, 'name'>,
  schools: AtSchool[],
  written: (on: string) => string,
): Cell[][] {
  return schools.flatMap(({ school, readings }) =>
    readings.map(({ on, value, shown, pupils, shownPupils, remark }) => [
      school,
      written(on),
      one.name,
      value ?? shown,
      pupils ?? shownPupils,
      remark,
    ]),
  )
}

/** Everything that a cycle measured, as far as it is in sight where it goes. */
export async function measuredIn(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  sight: Sight,
): Promise<{ measure: Measure; schools: AtSchool[] }[]> {
  const measures = await measuresOfEnquiry(db, enquiry)
  const readings = await readingsOf(db, person, enquiry, measures, sight)
  return measures
    .map(measure => ({ measure, schools: readings.get(measure.id)! }))
    .filter(({ schools }) => schools.length > 0)
}

export const questionnaireHead = ['Questionnaire', 'Closed on', 'Answers', 'Question', 'Answer', 'How many']

/** The spread of a closed questionnaire as rows of a spreadsheet. */
export function questionnaireRows({ name, closedAt }: FoundQuestionnaire, { answers, spread }: Results): Cell[][] {
  return spread.flatMap(one => {
    const start = [name, closedAt ? dayOf(closedAt) : '', answers, one.words]
    if (one.answered === 0) return [[...start, 'fewer than five answered this', '']]
    if (one.numbers) {
      const { low, middle, high } = one.numbers
      return [
        [...start, 'lowest', low],
        [...start, 'middle', middle],
        [...start, 'highest', high],
      ]
    }
    if (one.counts.length > 0) return one.counts.map(({ text, count }) => [...start, text, count])
    return one.said.map(words => [...start, words, ''])
  })
}
