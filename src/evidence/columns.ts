import { stageNamed } from '../stages.js'
import { type Column, day, number, text } from '../web/columns.js'
import { listed } from '../words/words.js'
import { numberOf } from './listing/cards.js'
import type { Piece } from './evidence.js'
import { kindNamed } from './kinds.js'
import { speakerSaid } from './speakers.js'

/** A piece of evidence in a list; of a gap stands its number alone. */
export interface PieceLine {
  piece: Piece
  seenBy: string
}

/** The evidence of a group as a list. @param baseUrl of the workbench, where each piece has its page */
export function evidenceColumns(baseUrl: string): Column<PieceLine>[] {
  return [
    text('Number', 9, ({ piece }) => numberOf(piece)),
    text('Title', 40, ({ piece }) => (piece.gap ? 'withdrawn' : piece.title)),
    ...unlessGone([
      text('Kind', 18, ({ piece }) => kindNamed(piece.kind)),
      text('Stage', 12, ({ piece }) => stageNamed(piece.stage).name),
      text('Schools', 28, ({ piece }) => listed(piece.schools.map(school => school.name))),
      text('From elsewhere', 24, ({ piece }) => piece.elsewhere),
      text('Who speaks', 18, ({ piece }) => speakerSaid(piece.speaker)),
      day('Gathered on', ({ piece }) => piece.gatheredOn),
      text('Logged by', 22, ({ piece }) => piece.author),
      text('Seen by', 24, ({ seenBy }) => seenBy),
      text('What we saw', 80, ({ piece }) => piece.whatWeSaw),
      number('Files', 8, ({ piece }) => piece.files.length),
      text('Consent', 30, ({ piece: { consent } }) =>
        consent ? `${consent.who}: ${consent.audience}` : 'not recorded',
      ),
      text('Address', 40, ({ piece }) => `${baseUrl}/evidence/${piece.id}`),
    ]),
  ]
}

function unlessGone(columns: Column<PieceLine>[]): Column<PieceLine>[] {
  return columns.map(column => ({ ...column, cell: line => (line.piece.gap ? '' : column.cell(line)) }))
}
