import { stringify } from 'csv-stringify/sync'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import {
  type Cell,
  measuredIn,
  measureHead,
  measureRows,
  questionnaireHead,
  questionnaireRows,
} from '../instruments/in-rows.js'
import { findQuestionnaire, questionnairesOf, spreadOf } from '../instruments/questionnaires.js'
import { seenInSpreadsheet, seenOutside } from '../instruments/readings.js'
import type { Person } from '../people/person.js'
import { safeCell } from '../web/csv.js'
import type { Gathered } from './gathering.js'

/** What a group measured and what colleagues answered, as far as it may be in this copy. */
export interface Numbers {
  measures: Cell[][]
  questionnaires: Cell[][]
  /** What stays behind, in sentences. */
  notCarried: string[]
}

/**
 * In a copy for the group stands every school's, for the network what a school shares with it, and further out nothing.
 * Small numbers are held back in all of them. A questionnaire goes as far as its piece of evidence goes.
 */
export async function numbersIn(db: Db, person: Person, enquiry: Enquiry, copy: Gathered): Promise<Numbers> {
  const { audience } = copy
  const sight = audience === 'group' ? seenInSpreadsheet(enquiry) : seenOutside
  const measured = audience === 'group' || audience === 'network' ? await measuredIn(db, person, enquiry, sight) : []
  return {
    measures: measured.flatMap(({ measure, schools }) =>
      measureRows(
        { name: copy.called.words(measure.name) },
        schools.map(at => ({ ...at, school: copy.called.school({ id: at.schoolId, name: at.school }) })),
        on => on,
      ).map(row => row.map((cell, at) => (at === 5 && typeof cell === 'string' ? copy.called.words(cell) : cell))),
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

async function questionnairesIn(db: Db, person: Person, enquiry: Enquiry, copy: Gathered): Promise<Cell[][]> {
  const included = new Set(copy.pieces.map(piece => piece.id))
  const rows: Cell[][] = []
  for (const { id, closedAt } of await questionnairesOf(db, enquiry)) {
    if (!closedAt) continue
    const found = await findQuestionnaire(db, person, id)
    const results = found.evidenceId && included.has(found.evidenceId) ? await spreadOf(db, found) : undefined
    if (results) rows.push(...questionnaireRows(found, results))
  }
  return rows.map(row => row.map(cell => (typeof cell === 'string' ? copy.called.words(cell) : cell)))
}

/** As a CSV file that Excel opens with the right letters. */
export function numbersAsCsv(which: 'measures' | 'questionnaires', numbers: Numbers): string {
  const head = which === 'measures' ? measureHead : questionnaireHead
  return stringify(
    [head, ...numbers[which]].map(row => row.map(safeCell)),
    { bom: true, record_delimiter: '\r\n' },
  )
}
