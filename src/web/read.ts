import type { z } from 'zod'
import { BadInput } from '../errors.js'

/** A form as a page shows it: the words as they were typed, and what to mend. A field's id on the page is `f-<name>`. */
export interface FormState {
  values: Record<string, string | string[]>
  errors: Record<string, string>
  summary: { field: string; text: string }[]
}

export type Reading<Values> = { ok: true; values: Values } | { ok: false; form: FormState }

/** Reads what was sent against its schema. Every typed word comes back in `form` when something needs mending. */
export function read<Schema extends z.ZodType>(schema: Schema, body: unknown): Reading<z.output<Schema>> {
  return reading(schema.safeParse(body ?? {}, { error: sentenceFor }), body)
}

/** The same, where a field has to be looked into elsewhere, such as a password that is chosen. */
export async function readAndLook<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Promise<Reading<z.output<Schema>>> {
  return reading(await schema.safeParseAsync(body ?? {}, { error: sentenceFor }), body)
}

function reading<Values>(result: z.ZodSafeParseResult<Values>, body: unknown): Reading<Values> {
  if (result.success) return { ok: true, values: result.data }
  const form = formOf(body)
  for (const issue of result.error.issues) addMistake(form, String(issue.path[0] ?? ''), issue.message)
  return { ok: false, form }
}

/** What was sent by a form without a page of its own; the answer holds it, to be mended and sent again (error-page.ts). */
export class Mistaken extends BadInput {
  constructor(readonly form: FormState) {
    super(form.summary[0]!.text, 422)
  }
}

/** Where a form is a button, or a button and a short note, what cannot be read is said on a page of its own. @throws Mistaken */
export function wellRead<Values>(reading: Reading<Values>): Values {
  if (!reading.ok) throw new Mistaken(reading.form)
  return reading.values
}

/** A form before anything was typed, or as it was last saved. */
export function formOf(values: unknown = {}): FormState {
  const form: FormState = { values: {}, errors: {}, summary: [] }
  for (const [name, value] of Object.entries((values ?? {}) as Record<string, unknown>)) {
    if (value === null || value === undefined) continue
    form.values[name] = Array.isArray(value) ? value.map(String) : `${value as string | number}`
  }
  return form
}

/** Adds a mistake that only the records could tell, beside its field. */
export function addMistake(form: FormState, field: string, text: string): FormState {
  if (form.errors[field]) return form
  form.errors[field] = text
  form.summary.push({ field, text })
  return form
}

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

/** What is said where a field of the schema has no sentence of its own. */
function sentenceFor(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys')
    return 'This form has changed since you opened it. Please open the page again and copy your words across.'
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'Choose one of what is offered here'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'Please answer this'
  if (issue.code === 'too_big') return 'This is more than fits here'
  return 'This could not be read. Please enter it once more'
}
