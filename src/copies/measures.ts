import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import {
  type AnswerLine,
  answerLines,
  measureColumns,
  measuredIn,
  type MeasureLine,
  measureLines,
  questionnaireColumns,
} from '../instruments/in-rows.js'
import { spreadOf } from '../instruments/questionnaires/closing.js'
import { findQuestionnaire, questionnairesOf } from '../instruments/questionnaires/questionnaires.js'
import { seenInSpreadsheet, seenOutside } from '../instruments/measures/readings.js'
import type { Reader } from '../names/reader.js'
import { asCsv } from '../web/csv.js'
import type { Gathered } from './gathering.js'

/** What a group measured and what colleagues answered, as far as it may be in this copy. */
export interface Numbers {
  measures: MeasureLine[]
  questionnaires: AnswerLine[]
  /** What stays behind, in sentences. */
  notCarried: string[]
}

/**
 * In a copy for the group stands every school's, for the network what a school shares with it, and further out nothing.
 * Small numbers are held back in all of them. A questionnaire goes as far as its piece of evidence goes.
 */
export async function numbersIn(db: Db, person: Reader, enquiry: Enquiry, copy: Gathered): Promise<Numbers> {
  const { audience } = copy
  const sight = audience === 'group' ? seenInSpreadsheet(enquiry) : seenOutside
  const measured = audience === 'group' || audience === 'network' ? await measuredIn(db, person, enquiry, sight) : []
  return {
    measures: measured.flatMap(({ measure, schools }) =>
      measureLines(
        { name: copy.called.read(measure.name) },
        schools.map(at => ({ ...at, school: copy.called.school({ id: at.schoolId, name: at.school }) })),
      ).map(line => ({ ...line, remark: copy.called.read(line.remark) })),
    ),
    questionnaires: await questionnairesIn(db, person, enquiry, copy),
    notCarried:
      audience === 'group'
        ? [
            'Measures of fewer than five pupils, and those that would tell of fewer than five, stand here without their numbers.',
          ]
        : audience === 'network'
          ? [
              'Of the measures only those that a school shares with the network are here, without numbers of fewer than five pupils.',
            ]
          : ['Measures: a school shares its numbers with the network at the furthest.'],
  }
}

async function questionnairesIn(db: Db, person: Reader, enquiry: Enquiry, copy: Gathered): Promise<AnswerLine[]> {
  const included = new Set(copy.pieces.map(piece => piece.id))
  const lines: AnswerLine[] = []
  for (const { id, closedAt } of await questionnairesOf(db, enquiry)) {
    if (!closedAt) continue
    const found = await findQuestionnaire(db, person, id)
    const results = found.evidenceId && included.has(found.evidenceId) ? await spreadOf(db, found) : undefined
    if (results) lines.push(...answerLines(found, results))
  }
  return copy.called.read(lines)
}

/** What was measured, as a CSV file. */
export function measuresAsCsv({ measures }: Numbers): string {
  return asCsv(measureColumns, measures)
}

/** What was answered, as a CSV file. */
export function questionnairesAsCsv({ questionnaires }: Numbers): string {
  return asCsv(questionnaireColumns, questionnaires)
}
