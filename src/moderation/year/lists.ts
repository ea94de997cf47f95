import { networkList } from '../../networks/year.js'
import { day, text } from '../../web/columns.js'
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
export const moderationLists = [
  networkList<ExampleLine>({
    name: 'moderation-examples',
    title: 'What was agreed about pupils’ work',
    columns: [
      text('Round', 40, line => line.round),
      text('Piece', 40, line => line.title),
      text('Looked at', 30, line => line.criterion),
      text('Agreed level', 20, line => line.level),
      text('Reason', 60, line => line.reason),
      day('Agreed on', line => line.agreedOn),
    ],
    async lines(db, person, network) {
      const { rows } = await examplesIn(db, person, network, { criterion: '', level: '' }, 1, most)
      return rows.flatMap(({ piece, evidence, round, levels }) =>
        levels.map(({ criterion, level }) => ({
          ...{ round, title: evidence?.title ?? piece.title, criterion, level },
          ...{ reason: piece.reason, agreedOn: piece.agreedAt ?? '' },
        })),
      )
    },
  }),
]
