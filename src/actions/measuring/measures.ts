import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { addReading } from '../../instruments/measures/measures.js'
import { placeOfReading, type ReadingAt, readReadings, type Sight } from '../../instruments/measures/readings.js'
import type { Names } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import { byName } from '../../words/words.js'
import type { FoundAction } from '../found-action.js'
import { aboutAction } from '../as-fact.js'

/** One value of one measure in one school on one day, as the reader may see it. */
export type Measured = ReadingAt & { actionId: string }

/** The measures of these actions by school, measure and day, as far as they are in sight. */
export async function measuresOf(db: Db, names: Names, actionIds: string[], sight: Sight): Promise<Measured[]> {
  const rows = await readReadings(db, names, sight, { actionIds })
  return rows
    .map(row => ({ ...row, actionId: row.actionId!, name: row.school, school: placeOfReading(row, names) }))
    .sort(
      (one, other) =>
        Number(one.comparison !== null) - Number(other.comparison !== null) ||
        byName(one, other) ||
        one.measure.localeCompare(other.measure),
    )
}

/**
 * Adds one value of a measure in one school.
 * @param values.pupils how many pupils it is from; left out, the value is never seen outside the group
 */
export async function measureAction(
  trx: Trx,
  action: FoundAction,
  person: Reader,
  values: { schoolId: string; measure: string; measuredOn: string; value: number; pupils?: number | null },
): Promise<void> {
  await addReading(trx, action.enquiry, person, { ...values, actionId: action.id })
  await record(trx, { kind: 'measure added to an action', by: person, ...aboutAction(action) })
}

/** Takes a value away that was added by mistake. */
export async function removeMeasure(trx: Trx, action: FoundAction, person: Reader, measureId: string): Promise<void> {
  const gone = await trx
    .deleteFrom('readings')
    .where('id', '=', measureId)
    .where('actionId', '=', action.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(trx, { kind: 'measure taken from an action', by: person, ...aboutAction(action) })
}
