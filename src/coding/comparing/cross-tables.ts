import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { kinds } from '../../evidence/kinds.js'
import type { Reader } from '../../names/reader.js'
import { byName } from '../../words/words.js'
import type { CodeInBook } from '../codebook/book.js'
import { type CodingFilters, narrowedCodings, timesUsed } from '../passages/codings.js'

/** Passages counted by code and by something else. Codes stand in the codebook's order, and nothing is ranked. */
export interface CrossTable {
  rows: CodeInBook[]
  columns: { id: string; name: string }[]
  /** A row of numbers for each code. */
  cells: number[][]
}

/** What is counted: the codings of a group that a person may read, as they are narrowed. The database counts. */
export interface Counting {
  db: Db
  person: Reader
  enquiry: Pick<Enquiry, 'groupId'>
  book: CodeInBook[]
  filters: CodingFilters
}

/** Schools stand in alphabetical order; a passage of a piece from two schools counts in both. */
export async function codesBySchool(counting: Counting): Promise<CrossTable> {
  const counted = await visible(counting)
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['codings.codeId', 'schools.id as column', 'schools.name'])
    .select(eb => eb.fn.countAll<number>().as('times'))
    .groupBy(['codings.codeId', 'schools.id', 'schools.name'])
    .execute()
  const columns = [...new Map(counted.map(({ column, name }) => [column, { id: column, name }])).values()].sort(byName)
  return table(await usedCodes(counting), columns, counted)
}

/** Kinds stand in their usual order, those that occur. */
export async function codesByKind(counting: Counting): Promise<CrossTable> {
  const counted = await visible(counting)
    .select(['codings.codeId', 'evidence.kind as column', eb => eb.fn.countAll<number>().as('times')])
    .groupBy(['codings.codeId', 'evidence.kind'])
    .execute()
  const used = new Set(counted.map(one => one.column))
  const columns = kinds.filter(kind => used.has(kind.key)).map(({ key, name }) => ({ id: key, name }))
  return table(await usedCodes(counting), columns, counted)
}

/** How often two codes are given to the same words, or to passages that overlap. */
export async function codesTogether(counting: Counting): Promise<CrossTable> {
  const { db } = counting
  const places = () =>
    visible(counting).select([
      'codings.codeId',
      'passages.readableTextId as textId',
      'passages.startsAt',
      'passages.endsAt',
    ])
  const pairs = await db
    .with('coded', places)
    .selectFrom('coded as one')
    .innerJoin('coded as other', join =>
      join
        .onRef('one.textId', '=', 'other.textId')
        .onRef('one.codeId', '<', 'other.codeId')
        .onRef('one.startsAt', '<', 'other.endsAt')
        .onRef('other.startsAt', '<', 'one.endsAt'),
    )
    .select(['one.codeId', 'other.codeId as column', eb => eb.fn.countAll<number>().as('times')])
    .groupBy(['one.codeId', 'other.codeId'])
    .execute()
  const both = pairs.flatMap(({ codeId, column, times }) => [
    { codeId, column, times },
    { codeId: column, column: codeId, times },
  ])
  const rows = await usedCodes(counting)
  return table(
    rows,
    rows.map(({ id, name }) => ({ id, name })),
    both,
  )
}

/** Each pair that occurs once at least, in the order of the codebook. */
export function pairsIn({ rows, cells }: CrossTable): { one: CodeInBook; other: CodeInBook; times: number }[] {
  return rows.flatMap((one, row) =>
    rows.flatMap((other, column) => {
      const times = cells[row]![column]!
      return column > row && times > 0 ? [{ one, other, times }] : []
    }),
  )
}

function visible({ db, person, enquiry, filters }: Counting) {
  return narrowedCodings(db, person, enquiry, filters)
}

async function usedCodes({ db, person, enquiry, book, filters }: Counting): Promise<CodeInBook[]> {
  const used = await timesUsed(db, person, enquiry, filters)
  return book.filter(code => used.has(code.id))
}

function table(
  rows: CodeInBook[],
  columns: CrossTable['columns'],
  counted: { codeId: string; column: string; times: number }[],
): CrossTable {
  const times = new Map(counted.map(one => [`${one.codeId} ${one.column}`, Number(one.times)]))
  return { rows, columns, cells: rows.map(row => columns.map(column => times.get(`${row.id} ${column.id}`) ?? 0)) }
}
