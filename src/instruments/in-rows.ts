import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import type { Cell } from '../web/csv.js'
import { measuresOfEnquiry, schoolsThatShare } from './measures.js'
import { type AtSchool, readingsOf } from './readings.js'
import type { FoundQuestionnaire } from './questionnaires.js'
import type { Results } from './spread.js'
import type { Measure } from './tables.js'

export const measureHead = ['School', 'Day', 'Measure', 'Value', 'Number of pupils', 'Remark']

/** A spreadsheet leaves the group, so it holds what may be seen outside. */
export function asSeenOutside(enquiry: Enquiry): Enquiry {
  const { standing } = enquiry
  return { ...enquiry, standing: { ...standing, member: false, coLeader: standing.coLeader || standing.member } }
}

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

/** Everything that a cycle measured, small numbers held back. @param onlyShared only of schools that share it with the network */
export async function measuredIn(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  onlyShared: boolean,
): Promise<{ measure: Measure; schools: AtSchool[] }[]> {
  const measures = await measuresOfEnquiry(db, enquiry)
  const readings = await readingsOf(db, person, asSeenOutside(enquiry), measures)
  const shares = onlyShared
    ? await schoolsThatShare(
        db,
        measures.map(measure => measure.id),
      )
    : []
  const isShared = (measure: Measure, { schoolId }: AtSchool) =>
    shares.some(one => one.measureId === measure.id && one.schoolId === schoolId)
  return measures
    .map(measure => ({ measure, schools: readings.get(measure.id)! }))
    .map(({ measure, schools }) => ({
      measure,
      schools: onlyShared ? schools.filter(at => isShared(measure, at)) : schools,
    }))
    .filter(({ schools }) => schools.length > 0)
}

export const questionnaireHead = ['Questionnaire', 'Closed on', 'Answers', 'Question', 'Answer', 'How many']

/** The spread of a closed questionnaire as rows of a spreadsheet. */
export function questionnaireRows({ name, closedAt }: FoundQuestionnaire, { answers, spread }: Results): Cell[][] {
  return spread.flatMap(one => {
    const start = [name, (closedAt ?? '').slice(0, 10), answers, one.words]
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
