import type { Db } from '../database.js'
import { remember } from '../groups/history.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { byName } from '../web/words.js'
import type { FoundAction } from './actions.js'
import { about } from './remembering.js'

/** Numbers from fewer pupils than this are for the group's own page alone. */
export const fewestPupils = 5

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
    .selectFrom('actionMeasures')
    .innerJoin('schools', 'schools.id', 'actionMeasures.schoolId')
    .selectAll('actionMeasures')
    .select('schools.name as school')
    .where('actionId', 'in', actionIds)
    .orderBy('measure')
    .orderBy('measuredOn')
    .orderBy('addedAt')
    .execute()
  const measured = rows.map(row => ({
    ...row,
    name: row.school,
    shown: figure(row.value),
    shownPupils: row.pupils === null ? 'not said' : String(row.pupils),
  }))
  const sorted = measured.sort(byName)
  return inside ? sorted : measuresThatMayLeave(sorted)
}

/** The same measures as they may be seen outside the group: in a shared page, a spreadsheet, a write-up, a PDF. */
export function measuresThatMayLeave(measures: Measured[]): Measured[] {
  return measures.map(measure => {
    if (measure.pupils !== null && measure.pupils >= fewestPupils) return measure
    const few = measure.pupils !== null
    const shown = few ? `fewer than ${fewestPupils} pupils` : 'not shown, as nobody said how many pupils it is from'
    return {
      ...measure,
      value: null,
      pupils: null,
      shown,
      shownPupils: few ? `fewer than ${fewestPupils}` : 'not said',
    }
  })
}

export function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
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
    await trx
      .insertInto('actionMeasures')
      .values({
        ...values,
        id: newId(),
        actionId: action.id,
        pupils: values.pupils ?? null,
        addedAt: now(),
        addedBy: person.id,
      })
      .execute()
    await remember(trx, about(action), person, `added a measure to action A${action.number}`)
  })
}

/** Takes a value away that was added by mistake. */
export async function removeMeasure(db: Db, action: FoundAction, person: Person, measureId: string): Promise<void> {
  await db.transaction().execute(async trx => {
    const gone = await trx
      .deleteFrom('actionMeasures')
      .where('id', '=', measureId)
      .where('actionId', '=', action.id)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return
    await remember(trx, about(action), person, `took a measure away from action A${action.number}`)
  })
}
