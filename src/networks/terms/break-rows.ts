import type { z } from 'zod'
import { optionalDate, optionalLine } from '../../web/fields.js'
import { addMistake, type FormState } from '../../web/read.js'
import { day } from '../../words/words.js'
import type { BreakDates } from './breaks.js'
import { overlapping } from './terms.js'

/** As many holidays as one term can hold: its half term, and three more. */
export const rows = [1, 2, 3, 4] as const
type Row = (typeof rows)[number]

type RowFields = Record<`break${Row}` | `breakId${Row}`, ReturnType<typeof optionalLine>> &
  Record<`breakFrom${Row}` | `breakUntil${Row}`, ReturnType<typeof optionalDate>>

/** The fields of the holidays within a term, row by row: what it is called, its first day and its last. */
export const breakFields = Object.fromEntries(
  rows.flatMap(row => [
    [`breakId${row}`, optionalLine(40)],
    [`break${row}`, optionalLine(60)],
    [`breakFrom${row}`, optionalDate()],
    [`breakUntil${row}`, optionalDate()],
  ]),
) as RowFields

type RowValues = { [Name in keyof RowFields]: z.output<RowFields[Name]> }

/** Holidays as the fields of the form. */
export function fieldsOfBreaks(breaks: BreakDates[]): Record<string, string> {
  return Object.fromEntries(
    [...breaks].sort(longestFirst).flatMap(({ id, name, startsOn, endsOn }, place) => [
      [`breakId${place + 1}`, id ?? ''],
      [`break${place + 1}`, name],
      [`breakFrom${place + 1}`, startsOn],
      [`breakUntil${place + 1}`, endsOn],
    ]),
  )
}

/** The half term stands in the first row, whichever single day comes before it. */
function longestFirst(one: BreakDates, other: BreakDates): number {
  const days = ({ startsOn, endsOn }: BreakDates) => Date.parse(endsOn) - Date.parse(startsOn)
  return days(other) - days(one)
}

/** What was typed in a row that is not empty; a name may be left out, and so may the last day of a single one. */
function rowOf(values: RowValues, row: Row) {
  const [name, from, until] = [values[`break${row}`], values[`breakFrom${row}`], values[`breakUntil${row}`]]
  // The first row is called something before anybody has typed in it.
  if (!from && !until && (row === 1 || !name)) return undefined
  return { row, id: values[`breakId${row}`], name: name || 'Half term', from, until: until ?? from }
}

/** The holidays that were typed, whole ones only, in the order of time; an emptied row is none any more. */
export function breaksTyped(values: RowValues): BreakDates[] {
  return rows
    .flatMap(row => {
      const typed = rowOf(values, row)
      return typed?.from && typed.until
        ? [{ id: typed.id, name: typed.name, startsOn: typed.from, endsOn: typed.until }]
        : []
    })
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))
}

/** Says beside its field what of a holiday cannot be: half of it missing, outside the term, over another one. */
export function mistakesInBreaks(values: RowValues, term: { startsOn: string; endsOn: string }, form: FormState): void {
  const earlier: BreakDates[] = []
  for (const row of rows) {
    const typed = rowOf(values, row)
    if (!typed) continue
    const { name, from, until } = typed
    const field = `breakFrom${row}`
    if (!from || !until) {
      addMistake(form, field, `Enter the first day of ${name}`)
      continue
    }
    if (until < from) addMistake(form, `breakUntil${row}`, `The last day of ${name} is before its first`)
    else if (from < term.startsOn || until > term.endsOn)
      addMistake(
        form,
        from < term.startsOn ? field : `breakUntil${row}`,
        `${name} lies outside the term, which lasts from ${day(term.startsOn)} to ${day(term.endsOn)}`,
      )
    const dates = { name, startsOn: from, endsOn: until }
    const clash = overlapping(earlier, dates)
    if (clash) addMistake(form, field, `These days belong to ${clash.name} already`)
    earlier.push(dates)
  }
}
