import { addMistake, type FormState, formOf } from '../../web/read.js'
import { becauseField } from '../forms.js'
import type { Criterion } from '../preparing/sheet.js'
import type { Marks } from './judgements.js'

/** How the field of a criterion is called. */
export const fieldOf = (criterion: Pick<Criterion, 'id'>) => `c-${criterion.id}`

/** Reads a sheet that was filled in: a level for each criterion, and own words. Every word comes back where one is missing. */
export function readSheet(
  sheet: Criterion[],
  body: unknown,
): { ok: true; values: { marks: Marks; because: string } } | { ok: false; form: FormState } {
  const form = formOf(body)
  const marks: Marks = {}
  for (const criterion of sheet) {
    const field = fieldOf(criterion)
    const level = criterion.levels.find(one => String(one.level) === form.values[field])?.level
    if (level === undefined) addMistake(form, field, `Choose a level for “${criterion.name}”`)
    else marks[criterion.id] = level
  }
  const because = becauseField.safeParse(form.values.because)
  if (!because.success) addMistake(form, 'because', because.error.issues[0]!.message)
  if (form.summary.length > 0 || !because.success) return { ok: false, form }
  return { ok: true, values: { marks, because: because.data } }
}

/** A sheet as it was filled in before. */
export function filledSheet(marks: Marks, because: string): FormState {
  const levels = Object.entries(marks).map(([id, level]) => [fieldOf({ id }), String(level)] as const)
  return formOf({ ...Object.fromEntries(levels), because })
}
