import { z } from 'zod'
import { choice } from '../../web/fields.js'
import type { Attender } from './attending.js'

/** For each of those who were asked, how they attended; those of whom nothing is said stay as they are. */
export function attendanceForm(attenders: Pick<Attender, 'id'>[]) {
  const how = choice(['present', 'apologies', 'away'], 'Say who was there').optional()
  return z
    .strictObject(Object.fromEntries(attenders.map(({ id }) => [`was-${id}`, how])))
    .transform(given =>
      Object.fromEntries(
        Object.entries(given).flatMap(([name, said]) => (said === undefined ? [] : [[name.slice(4), said] as const])),
      ),
    )
}
