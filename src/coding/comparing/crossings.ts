import { type ChartOnPage, chartOnPage } from '../../charts/draw.js'
import { codesByKind, codesBySchool, codesTogether, type Counting, type CrossTable } from './cross-tables.js'

/** A table of codes against something else, and what is said above it. */
export interface Crossing {
  heading: string
  lede: string
  kind: 'grid' | 'together'
  of: string
  table(counting: Counting): Promise<CrossTable>
}

export const crossings: Record<'schools' | 'kinds' | 'together', Crossing> = {
  schools: {
    heading: 'Codes by school',
    lede: 'How many passages of each school’s evidence carry each code. It tells what was gathered and coded there, and nothing about how good a school is. A piece from two schools counts in both.',
    kind: 'grid',
    of: 'school',
    table: codesBySchool,
  },
  kinds: {
    heading: 'Codes by kind of evidence',
    lede: 'How many passages carry each code, by the kind of piece that they stand in.',
    kind: 'grid',
    of: 'kind',
    table: codesByKind,
  },
  together: {
    heading: 'Codes that occur together',
    lede: 'How often two codes are given to the same words, or to passages that overlap.',
    kind: 'together',
    of: 'code',
    table: codesTogether,
  },
}

const mostInAPicture = 24

/** A picture beside the table, while there are few enough codes for one. */
export async function chartOfCrossing(
  { heading, kind, of }: Crossing,
  { rows, columns, cells }: CrossTable,
): Promise<ChartOnPage | null> {
  if (rows.length === 0 || columns.length === 0 || rows.length > mostInAPicture) return null
  return chartOnPage({
    kind,
    title: heading,
    counted: ['passage', 'passages'],
    of: ['code', of],
    rows: rows.map(row => row.name),
    columns: columns.map(column => column.name),
    cells,
  })
}
