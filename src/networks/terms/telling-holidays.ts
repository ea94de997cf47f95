import type { Response } from 'express'
import type { Db } from '../../database.js'
import { tell } from '../../people/sessions.js'
import { aboutHoliday, schoolDaysOf } from './school-days.js'

/** Tells what was done, and which of the days that were chosen for it fall into holidays, so that nobody chooses one unknowing. */
export async function tellOfDays(
  db: Db,
  res: Response,
  networkId: string,
  sentence: string,
  days: string[],
): Promise<void> {
  const also = aboutHoliday(await schoolDaysOf(db, networkId), ...days)
  await tell(db, res, also ? `${sentence} ${also}` : sentence)
}
