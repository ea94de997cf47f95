import { type ChartOnPage, chartOnPage } from '../../charts/draw.js'
import { figure, listed, plural } from '../../words/words.js'
import { codesByKind, codesBySchool, codesTogether, pairsIn, type Counting, type CrossTable } from './cross-tables.js'

/** A table of codes against something else, and what is said above it. */
export interface Crossing {
  heading: string
  lede: string
  kind: 'grid' | 'together'
  /** What it shows, in a sentence. */
  says: (table: CrossTable) => string
  table(counting: Counting): Promise<CrossTable>
}

export const crossings: Record<'schools' | 'kinds' | 'together', Crossing> = {
  schools: {
    heading: 'Codes by school',
    lede: 'How many passages of each school’s evidence carry each code. It tells what was gathered and coded there, and nothing about how good a school is. A piece from two schools counts in both.',
    kind: 'grid',
    says: table => mostOften(table, (code, school) => `“${code}” at ${school}`),
    table: codesBySchool,
  },
  kinds: {
    heading: 'Codes by kind of evidence',
    lede: 'How many passages carry each code, by the kind of piece that they stand in.',
    kind: 'grid',
    says: table => mostOften(table, (code, kind) => `“${code}” in the kind “${kind}”`),
    table: codesByKind,
  },
  together: {
    heading: 'Codes that occur together',
    lede: 'How often two codes are given to the same words, or to passages that overlap.',
    kind: 'together',
    says: together,
    table: codesTogether,
  },
}

const mostInAPicture = 24

/** A picture beside the table, while there are few enough codes for one. */
export async function chartOfCrossing(
  { heading, kind, says }: Crossing,
  { rows, columns, cells }: CrossTable,
): Promise<ChartOnPage | null> {
  if (rows.length === 0 || columns.length === 0 || rows.length > mostInAPicture) return null
  return chartOnPage({
    kind,
    title: heading,
    of: 'code',
    sentence: says({ rows, columns, cells }),
    rows: rows.map(row => row.name),
    columns: columns.map(column => column.name),
    cells,
  })
}

const mostNamed = 3

/** The passages are counted in a row and a column each; where the most stands is said, unless it stands everywhere. */
function mostOften({ rows, columns, cells }: CrossTable, named: (row: string, column: string) => string): string {
  const most = Math.max(0, ...cells.flat())
  const where = cells.flatMap((line, row) =>
    line.flatMap((times, column) =>
      times === most && most > 0 ? [named(rows[row]!.name, columns[column]!.name)] : [],
    ),
  )
  const all = `How many passages carry each of ${plural(rows.length, 'code', 'codes')}.`
  return where.length > 0 && where.length <= mostNamed
    ? `${all} Most stand under ${listed(where)}: ${figure(most)}${where.length > 1 ? ' each' : ''}.`
    : all
}

/** A pair stands twice in the square, and counts once. */
function together(table: CrossTable): string {
  const pairs = pairsIn(table)
  const times = pairs.reduce((sum, one) => sum + one.times, 0)
  const most = Math.max(0, ...pairs.map(one => one.times))
  const often = pairs.filter(one => one.times === most).map(({ one, other }) => `“${one.name}” and “${other.name}”`)
  if (pairs.length === 0) return 'No two codes were given to the same words.'
  const said = `Two codes meet in the same words ${plural(times, 'time', 'times')}, in ${plural(pairs.length, 'pair', 'pairs')} of codes.`
  return often.length <= mostNamed
    ? `${said} Most often ${listed(often)}: ${plural(most, 'time', 'times')}${often.length > 1 ? ' each' : ''}.`
    : said
}
