import { whyNoSuchNumber } from '../measures/judging-readings.js'
import { day } from '../../words/words.js'
import { type KnownSchool } from '../../networks/schools/schools.js'
import type { Gathered } from './gathered.js'
import { schoolFinder } from './matching-schools.js'
import { onePerTime } from './one-per-time.js'
import { dayIn, hasDecimalComma, isBlank, isHeldBack, numberIn } from './reading-cells.js'
import type { Column, Recognised, Role } from './recognising-columns.js'

/** What the group said about a file on its way in. */
export interface Draft extends Recognised {
  /** The name of the sheet that is read, and the workbook’s others. */
  sheet: string
  others: { sheet: string; recognised: Recognised }[]
  /** The school of every row; empty where a column says it. */
  school: string
  /** The day of every row; empty where a column says it. */
  on: string
  /** What is measured, where the headings do not say it well: in the place of a single one, before several; empty for the headings. */
  measure: string
  /** Each row is one pupil: rows are brought together by school and time before anything is kept. */
  perPupil: boolean
  /** Names of schools in the file that we did not know, and which school each of them is. */
  schools: Record<string, string>
}

export interface Mistake {
  /** The place of the row in the draft. */
  row: number
  line: number
  column: number
  cell: string
  because: string
}

export interface Gathering {
  readings: Gathered[]
  mistakes: Mistake[]
  /** Schools that the file names and that we do not know. */
  unknownSchools: string[]
  /** What is missing altogether, such as a column with the day. */
  missing: string[]
  /** Cells that say that there is nothing, which were passed over. */
  blanks: number
  /** How some things were understood, each in a sentence. */
  notes: string[]
}

/** Everything that can be read from a draft, and each mistake with its row. Nothing is stored here. */
export function gather(draft: Draft, schools: KnownSchool[]): Gathering {
  const at = (role: Role) => draft.columns.findIndex(column => column.role === role)
  const values = draft.columns.flatMap((column, place) => (column.role === 'value' ? [{ column, place }] : []))
  const gathering: Gathering = { readings: [], mistakes: [], unknownSchools: [], missing: [], blanks: 0, notes: [] }
  gathering.missing = missingFrom(draft, at, values.length)
  if (gathering.missing.length > 0) return gathering

  const commas = new Map(
    values.map(({ place }) => [place, hasDecimalComma(draft.rows.map(row => row.cells[place] ?? ''))]),
  )
  const fractions = new Set(
    values.filter(({ column, place }) => areFractions(column, draft.rows, place)).map(({ place }) => place),
  )
  gathering.notes = notesOn(draft, at('date'), fractions)
  const schoolNamed = schoolFinder(draft.schools, schools)
  const single: Gathered[] = []
  for (const [row, { line, cells }] of draft.rows.entries()) {
    const wrong = (column: number, because: string) =>
      gathering.mistakes.push({ row, line, column, cell: cells[column] ?? '', because })
    const schoolAt = at('school')
    const school = draft.school || (schoolAt < 0 ? undefined : schoolNamed(cells[schoolAt] ?? ''))
    if (!school) {
      const name = cells[schoolAt] ?? ''
      if (isBlank(name)) wrong(schoolAt, 'The school is missing.')
      else if (!gathering.unknownSchools.includes(name)) gathering.unknownSchools.push(name)
      continue
    }
    const dateAt = at('date')
    const on = draft.on || dayIn(cells[dateAt] ?? '')
    if (!on) {
      if (values.every(({ place }) => isBlank(cells[place] ?? ''))) gathering.blanks++
      else wrong(dateAt, 'We cannot read this as a day. Write it like 7/10/2025, the day first.')
      continue
    }
    const pupils = pupilsIn(draft, cells[at('pupils')] ?? '', at('pupils'))
    if (pupils === 'wrong') {
      wrong(at('pupils'), 'We cannot read how many pupils this is. Write a whole number.')
      continue
    }
    for (const { column, place } of values) {
      const cell = cells[place] ?? ''
      if (isBlank(cell)) {
        gathering.blanks++
        continue
      }
      const number = isHeldBack(cell) ? null : numberIn(cell, commas.get(place))
      const value = number && fractions.has(place) ? Math.round(number * 10_000) / 100 : number
      if (value === undefined) {
        wrong(place, 'We cannot read this as a number.')
        continue
      }
      const measure = measureOf(draft, cells, at('measure'), column, values.length)
      const impossible = typeof value === 'number' && whyNoSuchNumber({ name: measure, counts: null }, value, pupils)
      if (!measure) wrong(at('measure'), 'What was measured is missing.')
      else if (impossible) wrong(place, `${impossible}.`)
      else single.push({ schoolId: school, measure, measuredOn: on, value, pupils: value === null ? null : pupils })
    }
  }
  gathering.readings = draft.perPupil ? onePerTime(single) : single
  return gathering
}

/** Excel keeps 46% as 0.46 and only shows it otherwise. */
function areFractions({ head }: Column, rows: Draft['rows'], place: number): boolean {
  if (!/%|per ?cent/i.test(head)) return false
  const cells = rows.map(row => row.cells[place] ?? '')
  if (cells.some(cell => cell.includes('%'))) return false
  const numbers = cells.flatMap(cell => numberIn(cell) ?? [])
  return numbers.every(number => number >= 0 && number <= 1) && numbers.some(number => !Number.isInteger(number))
}

/** Where a day could be read the American way round, or percentages stand as fractions, the reader is told. */
function notesOn(draft: Draft, dateAt: number, fractions: Set<number>): string[] {
  const either = draft.on
    ? undefined
    : draft.rows
        .map(row => row.cells[dateAt] ?? '')
        .find(cell => /^(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]/.test(cell))
  const heads = [...fractions].map(place => draft.columns[place]!.head)
  return [
    ...(either ? [`The day stands first: ${either} is ${day(dayIn(either))}.`] : []),
    ...heads.map(head => `“${head}” is kept as a fraction in the file; it comes in as a percentage, 0.46 as 46.`),
  ]
}

function missingFrom(draft: Draft, at: (role: Role) => number, values: number): string[] {
  return [
    ...(values === 0 ? ['Say which column holds the number that was measured.'] : []),
    ...(!draft.school && at('school') < 0
      ? ['Say which column holds the school, or choose one school for all rows.']
      : []),
    ...(!draft.on && at('date') < 0 ? ['Say which column holds the day, or choose one day for all rows.'] : []),
  ]
}

function pupilsIn(draft: Draft, cell: string, at: number): number | null | 'wrong' {
  if (draft.perPupil || at < 0 || isBlank(cell)) return null
  if (isHeldBack(cell)) return 0
  const number = numberIn(cell)
  return number !== undefined && Number.isInteger(number) && number >= 0 && number < 100_000 ? number : 'wrong'
}

function measureOf(draft: Draft, cells: string[], at: number, column: Column, values: number): string {
  const named = at >= 0 ? (cells[at] ?? '') : ''
  const said = [draft.measure, named].filter(Boolean).join(', ')
  const words = said && values > 1 ? `${said}, ${column.head}` : said || column.head
  return at >= 0 && !named ? '' : inYears(words).slice(0, 120)
}

/** Ages are written as years and months, and kept in years. */
function inYears(words: string): string {
  return words.replace(/\s*\(?\byears? ?(:|and|&) ?months?\b\)?/i, ' in years').trim()
}
