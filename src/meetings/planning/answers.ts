import { z } from 'zod'
import { choice } from '../../web/fields.js'
import { type Reading, read } from '../../web/read.js'
import type { Can, OfferedDate } from './dates.js'

/** What somebody said of each of the dates that are offered. */
export function readAnswers(body: unknown, dates: Pick<OfferedDate, 'id'>[]): Reading<Record<string, Can>> {
  const can = choice(['yes', 'if need be', 'no'], 'Say for each date whether you can')
  const form = z
    .strictObject(Object.fromEntries(dates.map(({ id }) => [`can-${id}`, can])))
    .transform(given => Object.fromEntries(Object.entries(given).map(([name, said]) => [name.slice(4), said])))
  return read(form, body)
}
