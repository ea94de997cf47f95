import type { Db } from '../database.js'
import { kinds } from '../evidence/kinds.js'
import { byName } from '../web/words.js'
import type { CodeInBook } from './book.js'
import type { CodedPassage } from './codings.js'
import { schoolsOf } from './passage-lines.js'
import { overlap } from './sentences.js'

/** Passages counted by code and by something else. Codes stand in the codebook's order, and nothing is ranked. */
export interface CrossTable {
  rows: CodeInBook[]
  columns: { id: string; name: string }[]
  /** A row of numbers for each code. */
  cells: number[][]
}

/** Schools stand in alphabetical order; a passage of a piece from two schools counts in both. */
export async function codesBySchool(db: Db, passages: CodedPassage[], book: CodeInBook[]): Promise<CrossTable> {
  const schools = await schoolsOf(db, [...new Set(passages.map(one => one.evidenceId))])
  const names = new Map([...schools.values()].flat().map(school => [school.id, school]))
  const columns = [...names.values()].sort(byName)
  return counted(passages, book, columns, passage => (schools.get(passage.evidenceId) ?? []).map(school => school.id))
}

export function codesByKind(passages: CodedPassage[], book: CodeInBook[]): CrossTable {
  const used = new Set(passages.map(one => one.kind))
  const columns = kinds.filter(kind => used.has(kind.key)).map(({ key, name }) => ({ id: key, name }))
  return counted(passages, book, columns, passage => [passage.kind])
}

function counted(
  passages: CodedPassage[],
  book: CodeInBook[],
  columns: CrossTable['columns'],
  columnsOf: (passage: CodedPassage) => string[],
): CrossTable {
  const rows = usedCodes(passages, book)
  const times = new Map<string, number>()
  for (const passage of passages)
    for (const column of columnsOf(passage)) {
      const cell = `${passage.codeId} ${column}`
      times.set(cell, (times.get(cell) ?? 0) + 1)
    }
  const cells = rows.map(row => columns.map(column => times.get(`${row.id} ${column.id}`) ?? 0))
  return { rows, columns, cells }
}

function usedCodes(passages: CodedPassage[], book: CodeInBook[]): CodeInBook[] {
  const used = new Set(passages.map(one => one.codeId))
  return book.filter(code => used.has(code.id))
}

/** How often two codes are given to the same words, or to passages that overlap. */
export function codesTogether(passages: CodedPassage[], book: CodeInBook[]): CrossTable {
  const rows = usedCodes(passages, book)
  const place = new Map(rows.map((code, at) => [code.id, at]))
  const cells = rows.map(() => rows.map(() => 0))
  const texts = new Map<string, CodedPassage[]>()
  for (const passage of passages) texts.set(passage.textId, [...(texts.get(passage.textId) ?? []), passage])
  for (const inText of texts.values())
    for (const [at, one] of inText.entries())
      for (const other of inText.slice(at + 1)) {
        if (one.codeId === other.codeId || !overlap(one, other)) continue
        const [row, column] = [place.get(one.codeId), place.get(other.codeId)]
        if (row === undefined || column === undefined) continue
        cells[row]![column]!++
        cells[column]![row]!++
      }
  return { rows, columns: rows.map(({ id, name }) => ({ id, name })), cells }
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
