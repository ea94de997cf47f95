import { folded } from '../../words/folded.js'
import { findTable } from './finding-the-table.js'
import { dayIn, isBlank, numberIn } from './reading-cells.js'
import type { Sheet } from './reading-sheets.js'

export const roles = ['school', 'date', 'measure', 'value', 'pupils', 'code', 'leave'] as const
export type Role = (typeof roles)[number]

export const roleInWords: Record<Role, string> = {
  school: 'the school',
  date: 'the day or term',
  measure: 'what was measured',
  value: 'a number that was measured',
  pupils: 'how many pupils',
  code: 'a pupil’s code (each row is one pupil)',
  leave: 'leave it out',
}

export interface Column {
  head: string
  role: Role
}

/** A sheet with its columns recognised. Columns that name pupils or tell of them as persons are gone from it for good. */
export interface Recognised {
  columns: Column[]
  rows: Sheet['rows']
  /** The headings of the columns that were not let in. */
  notLetIn: string[]
  /** What was passed over or understood in some way, each in a sentence. */
  notes: string[]
}

const PERSONAL =
  /\b(pupil|child|student|learner)?'?s? ?(fore|sur|first|last|full|given|family|preferred|legal)? ?names?\b|\b(forename|surname|initials|upn|uln|dob|date of birth|birthday|address|post ?code|email|phone|parent|carer|guardian|photo|ethnicity|religion|medical|notes?|comments?)\b/

const ABOUT_MEASURE = /\b(measure|indicator|test|school|subject|book|group|class|area|question)\b/

/** Says what each column is, by its heading and by what stands in it. @param schools the folded names of the group's schools */
export function recognise(sheet: Sheet, schools: string[]): Recognised {
  const table = findTable(sheet)
  const [head, ...rows] = table.rows
  const samples = rows.slice(0, 500)
  const found = head!.cells.map((title, at) => {
    const cells = samples.map(row => row.cells[at] ?? '').filter(cell => cell !== '')
    return { at, head: title || `Column ${at + 1}`, cells, personal: isPersonal(folded(title), cells, schools) }
  })
  const kept = found.filter(column => !column.personal)
  const columns = settle(kept.map(column => ({ head: column.head, role: roleOf(column, schools) })))
  const cells = rows.map(row => ({ line: row.line, cells: kept.map(column => row.cells[column.at] ?? '') }))
  const filledDown = fillDown(cells, columns)
  return {
    columns,
    rows: cells,
    notes: [...table.notes, ...(filledDown ? ['Where the school is left empty, the one above it is taken.'] : [])],
    notLetIn: found.filter(column => column.personal).map(column => column.head),
  }
}

/** A name that stands once for the rows beneath it, as merged cells do. @returns whether there were such */
function fillDown(rows: Sheet['rows'], columns: Column[]): boolean {
  const at = columns.findIndex(column => column.role === 'school')
  const empty = rows.filter(row => row.cells[at] === '').length
  if (at < 0 || empty < rows.length * 0.3 || rows[0]?.cells[at] === '') return false
  let above = ''
  for (const row of rows) above = row.cells[at] ||= above
  return empty > 0
}

/** By the heading; or because most of its cells look like people's names and are no schools. */
function isPersonal(title: string, cells: string[], schools: string[]): boolean {
  if (PERSONAL.test(title) && !ABOUT_MEASURE.test(title)) return true
  if (cells.length === 0 || ABOUT_MEASURE.test(title)) return false
  const names = cells.filter(cell => looksLikeAName(cell) && !schools.some(school => school.includes(folded(cell))))
  return names.length > cells.length * 0.6 && new Set(names).size > Math.max(2, names.length * 0.5)
}

/** `Mali Prydderch`, `O’Neill, Sean`: two or three words that begin large, or two with a comma between. */
export function looksLikeAName(cell: string): boolean {
  const word = /\p{Lu}[\p{L}'’.-]*/u.source
  return new RegExp(`^${word}(, ?| )${word}( ${word})?$`, 'u').test(cell) && dayIn(cell) === undefined
}

function roleOf({ head, cells }: { head: string; cells: string[] }, schools: string[]): Role {
  const title = folded(head)
  // Beneath a merged heading stands what the column itself is.
  const own = title.split(', ').at(-1)!
  const filled = cells.filter(cell => !isBlank(cell))
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  if (/\b(school|ysgol|urn|establishment|setting)\b/.test(title)) return 'school'
  if (/\b(date|day|when|term|week|month)\b|dyddiad/.test(title) && share(cell => dayIn(cell) !== undefined) > 0.5)
    return 'date'
  if (/^(measure|what( was)? measured|indicator|what|test)$/.test(title)) return 'measure'
  if (/^(n|(number|no\.?) of (pupils|children|learners)|how many( (pupils|children))?)$/.test(own)) return 'pupils'
  if (
    /^(nor|(number|no\.?|pupils|children|learners) on (the )?(roll|register)|roll( number)?|nifer y disgyblion)\b(?!.*%)/.test(
      own,
    )
  )
    return 'pupils'
  if (
    /^(n|(number|no\.?|count) of (pupils|children|learners)|pupils|children|learners|how many( (pupils|children))?|cohort|roll)\b(?!.*%)/.test(
      title,
    ) &&
    /^(n|.*\b(number|no|count|many|cohort|roll)\b.*|pupils|children|learners)$/.test(title)
  )
    return 'pupils'
  if (/\b(code|pupil|child|learner)\b/.test(title) && share(cell => /^[a-z]{1,3}[- ]?\d{1,4}$/i.test(cell)) > 0.8)
    return 'code'
  if (/\b(year|year group|class|set|age)\b/.test(title) && !/reading|spelling|math/.test(title)) return 'leave'
  if (/\b(value|score|result|figure|number|reading|mean|average|median|percent)\b|%/.test(title) && share(isNumber) > 0)
    return 'value'
  if (share(cell => schools.some(school => school === folded(cell))) > 0.7) return 'school'
  if (share(cell => dayIn(cell) !== undefined && numberIn(cell) === undefined) > 0.7) return 'date'
  if (share(isNumber) > 0.6) return 'value'
  return 'leave'
}

function isNumber(cell: string): boolean {
  return numberIn(cell) !== undefined || numberIn(cell, true) !== undefined
}

/** One column for each thing that can only be said once; the first of them has it. */
function settle(columns: Column[]): Column[] {
  const taken = new Set<Role>()
  return columns.map(column => {
    if (column.role === 'value' || column.role === 'leave' || !taken.has(column.role)) {
      taken.add(column.role)
      return column
    }
    return { ...column, role: 'leave' }
  })
}

/** Each row is one pupil: there are codes, or names that were not let in. */
export function isPerPupil({ columns, notLetIn }: Pick<Recognised, 'columns' | 'notLetIn'>): boolean {
  return columns.some(column => column.role === 'code') || notLetIn.some(isAName)
}

function isAName(title: string): boolean {
  return /name/i.test(title) && !/note|comment/i.test(title)
}
