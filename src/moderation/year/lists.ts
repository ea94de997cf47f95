import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { networkList } from '../../networks/year.js'
import { type Column, day, text } from '../../web/columns.js'
import { examplesIn } from '../examples/examples.js'

interface ExampleLine {
  round: string
  title: string
  criterion: string
  level: string
  reason: string
  agreedOn: string
}

const most = 2000

/** No school stands beside a level: what was agreed is about a piece. */
export const exampleColumns: Column<ExampleLine>[] = [
  text('Round', 40, line => line.round),
  text('Piece', 40, line => line.title),
  text('Looked at', 30, line => line.criterion),
  text('Agreed level', 20, line => line.level),
  text('Reason', 60, line => line.reason),
  day('Agreed on', line => line.agreedOn),
]

/** What was agreed, as far as this person reads it: a line for each thing that was looked at. */
export async function exampleLines(db: Db, person: Reader, network: Pick<Network, 'id'>): Promise<ExampleLine[]> {
  const { rows } = await examplesIn(db, person, network, { criterion: '', level: '' }, 1, most)
  return rows.flatMap(({ piece, evidence, round, levels }) =>
    levels.map(({ criterion, level }) => ({
      ...{ round, title: evidence?.title ?? piece.title, criterion, level },
      ...{ reason: piece.reason, agreedOn: piece.agreedAt ?? '' },
    })),
  )
}

export const moderationLists = [
  networkList<ExampleLine>({
    name: 'moderation-examples',
    title: 'What was agreed about pupils’ work',
    columns: exampleColumns,
    lines: exampleLines,
  }),
]
