import { type Column, day, number, text } from '../../web/columns.js'
import type { CodeInBook } from '../codebook/book.js'
import type { CrossTable } from './cross-tables.js'
import type { CodedPiece } from './coded-pieces.js'
import type { ComparedCode } from '../blind-readings/comparison.js'
import type { PassageLine } from '../passages/passage-lines.js'

/** A code of the book with how many passages carry it. */
export type CodeLine = Pick<
  CodeInBook,
  'name' | 'mark' | 'path' | 'description' | 'notFor' | 'colour' | 'retiredAt'
> & { passages: number }

/** The codebook as a list. */
export const codeColumns: Column<CodeLine>[] = [
  text('Code', 30, code => code.name),
  text('Mark', 8, code => code.mark),
  text('Stands under', 30, code => code.path.split(' › ').slice(0, -1).join(' › ')),
  text('When to use it', 60, code => code.description),
  text('When not to', 60, code => code.notFor),
  text('Colour', 10, code => code.colour),
  number('Passages', 10, code => code.passages),
  day('Retired on', code => code.retiredAt),
]

/** Coded passages as a list. */
export const passageColumns: Column<PassageLine>[] = [
  text('Code', 30, line => line.code.name),
  text('Piece', 9, line => line.number),
  text('Title', 40, line => line.title),
  text('Kind', 18, line => line.kind),
  text('Schools', 28, line => line.schools),
  day('Gathered on', line => line.gatheredOn),
  text('Before', 40, line => line.before),
  text('Words', 80, line => line.words),
  text('After', 40, line => line.after),
  text('Coded by', 22, line => line.by),
  day('Coded on', line => line.codedAt),
]

/** Pieces with the codes that they carry, as a list. */
export const codedPieceColumns: Column<CodedPiece>[] = [
  text('Piece', 9, piece => piece.number),
  text('Title', 40, piece => piece.title),
  text('Kind', 18, piece => piece.kind),
  text('Schools', 28, piece => piece.schools),
  day('Gathered on', piece => piece.gatheredOn),
  text('Codes', 40, piece => piece.codes.map(({ name, times }) => `${name} ${times}`).join('; ')),
  number('Passages', 10, piece => piece.codes.reduce((sum, { times }) => sum + times, 0)),
]

/** A table of codes against something else: a line for each place among its rows. */
export function crossColumns({ rows, columns, cells }: CrossTable): Column<number>[] {
  return [
    text('Code', 30, at => rows[at]!.path),
    ...columns.map(({ name }, across) => number<number>(name, 12, at => cells[at]![across])),
  ]
}

/** How far two readers of the same pieces agree, code by code. */
export const comparisonColumns: Column<ComparedCode>[] = [
  text('Code', 30, one => one.name),
  number('Both', 10, one => one.counts.both),
  number('Only the first', 10, one => one.counts.first),
  number('Only the second', 10, one => one.counts.second),
  number('Neither', 10, one => one.counts.neither),
  text('Agreement', 12, one => one.agreement),
  text('Kappa', 12, one => one.kappa),
  text('In words', 40, one => one.words),
]
