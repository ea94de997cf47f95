import { addMistake, formOf, type Reading } from './read.js'

/** What can be chosen in a field as the records have it now, and what is said to whoever sends anything else. */
export interface Offered {
  among: readonly { value: string }[]
  otherwise: string
}

/**
 * Holds what was chosen against lists that only the records know, in forms that could be read as in those that could not.
 * A choice that is not in its list (it has gone meanwhile, or was never there) is a mistake beside its field, and nothing
 * is done; every other word is kept. Whether something must be chosen at all, the schema says.
 * @param offered by the names of the fields
 */
export function withChoices<Values>(
  reading: Reading<Values>,
  body: unknown,
  offered: Record<string, Offered>,
): Reading<Values> {
  const form = reading.ok ? formOf(body) : reading.form
  for (const [field, { among, otherwise }] of Object.entries(offered)) {
    const chosen = [form.values[field] ?? []].flat().filter(value => value.trim() !== '')
    if (chosen.some(value => !among.some(one => one.value === value.trim()))) addMistake(form, field, otherwise)
  }
  return form.summary.length === 0 ? reading : { ok: false, form }
}
