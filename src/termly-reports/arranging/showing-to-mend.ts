import type { Response } from 'express'
import type { DbAndKeys } from '../../keys/store.js'
import type { FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import '../pages.js'
import type { ReportToWrite } from '../report.js'
import { composePage } from './compose-page.js'
import type { KnownPart } from './parts.js'

/** Shows the page again with what is to be mended, every word still there. */
export async function showToMend(
  house: DbAndKeys,
  res: Response,
  where: ReportToWrite,
  known: KnownPart[],
  form: FormState,
): Promise<void> {
  show(res.status(422), 'termly-reports/show', await composePage(house, where, known, form))
}

/** The same form, with its fields named as on a page that holds many forms like it. */
export function formAmongMany(id: string, { values, errors, summary }: FormState): FormState {
  const named = <Value>(of: Record<string, Value>) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [`${name}-${id}`, value]))
  return {
    values: named(values),
    errors: named(errors),
    summary: summary.map(({ field, text }) => ({ field: `${field}-${id}`, text })),
  }
}
