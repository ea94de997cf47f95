import type { Db } from '../database.js'
import { record } from '../facts/facts.js'
import { addReading } from '../instruments/measures.js'
import { judgedIn } from '../instruments/judging-readings.js'
import { notSaid, shownReading } from '../instruments/readings.js'
import type { Person } from '../people/person.js'
import { byName } from '../web/words.js'
import type { FoundAction } from './actions.js'
import { about } from './remembering.js'

/** One value of one measure in one school on one day, as the reader may see it. */
export interface Measured {
  id: string
  actionId: string
  schoolId: string
  school: string
  measure: string
  measuredOn: string
  /** null where too few pupils stand behind it for this reader. */
  value: number | null
  pupils: number | null
  /** `12.5`, or why it is not shown: `fewer than 5 pupils`. */
  shown: string
  shownPupils: string
}

/** The measures of these actions by school, measure and day. @param inside whether the reader is of the group itself */
export async function measuresOf(db: Db, actionIds: string[], inside: boolean): Promise<Measured[]> {
  const rows = await db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .innerJoin('schools', 'schools.id', 'readings.schoolId')
    .selectAll('readings')
    .select(['measures.name as measure', 'measures.enquiryId', 'schools.name as school'])
    .where('readings.actionId', 'in', actionIds)
    .orderBy('measures.name')
    .orderBy('readings.measuredOn')
    .orderBy('readings.addedAt')
    .execute()
  const showing = await judgedIn(
    db,
    rows.map(row => row.enquiryId),
  )
  const measured = rows.map(row => ({
    ...row,
    ...shownReading(row, inside, showing.get(row.id)),
    actionId: row.actionId!,
    name: row.school,
  }))
  return measured.sort(byName)
}

/** The same measures as they may be seen outside the group: in a shared page, a spreadsheet, a write-up, a PDF. */
export function measuresThatMayLeave(measures: Measured[]): Measured[] {
  return measures.map(measure => {
    if (measure.value === null || measure.pupils !== null) return measure
    return { ...measure, value: null, shown: notSaid }
  })
}

/**
 * Adds one value of a measure in one school.
 * @param values.pupils how many pupils it is from; left out, the value is never seen outside the group
 */
export async function measureAction(
  db: Db,
  action: FoundAction,
  person: Person,
  values: { schoolId: string; measure: string; measuredOn: string; value: number; pupils?: number | null },
): Promise<void> {
  await db.transaction().execute(async trx => {
    await addReading(trx, action.enquiry, person, { ...values, actionId: action.id })
    await record(trx, { kind: 'measure added to an action', by: person, ...about(action) })
  })
}

/** Takes a value away that was added by mistake. */
export async function removeMeasure(db: Db, action: FoundAction, person: Person, measureId: string): Promise<void> {
  await db.transaction().execute(async trx => {
    const gone = await trx
      .deleteFrom('readings')
      .where('id', '=', measureId)
      .where('actionId', '=', action.id)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return
    await record(trx, { kind: 'measure taken from an action', by: person, ...about(action) })
  })
}
