import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { type NetworkList, networkList } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { type Column, day, text } from '../../web/columns.js'
import { chosenInRounds } from '../choosing/choosing.js'
import { instrumentIn } from '../instruments/index.js'
import { mayReadReviews } from '../permissions.js'
import { stateOf } from '../rounds/list-page.js'
import { type SpreadLine, spreadColumns, spreadLines } from '../spread/columns.js'
import { chosenInWords } from '../spread/spread-document.js'
import { spreadsOf } from '../spread/spread.js'
import type { ReviewChosen, ReviewRound } from '../tables.js'

export interface RoundLine {
  round: ReviewRound
  chosen: ReviewChosen[]
}

export const roundColumns: Column<RoundLine>[] = [
  text('Review', 34, ({ round }) => round.title),
  text('Instrument', 26, ({ round }) => instrumentIn(round.instrument).name),
  text('Who is asked', 34, ({ round }) => round.company),
  day('Opened', ({ round }) => round.openedAt),
  day('Answers by', ({ round }) => round.answerBy),
  day('Closed', ({ round }) => round.closedAt),
  text('Where it stands', 22, ({ round }) => stateOf(round).words),
  text('What was chosen', 60, ({ chosen }) => chosen.map(chosenInWords).join('\n')),
]

/** All rounds that everybody of the network may know of, with what was chosen; nothing for others. */
export async function allRounds(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<RoundLine[]> {
  if (!mayReadReviews(person, network)) return []
  const rounds = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('openedAt', 'is not', null)
    .orderBy('openedAt', 'desc')
    .execute()
  const chosen = await chosenInRounds(
    db,
    rounds.map(one => one.id),
  )
  return rounds.map(round => ({ round, chosen: chosen.get(round.id) ?? [] }))
}

const rounds: NetworkList = networkList({
  name: 'reviews',
  title: 'Reviews, and what was chosen to work on',
  columns: roundColumns,
  lines: allRounds,
})

/** As the pages show it, held back alike; for the leaders, who see the spread of every review. */
const spreads: NetworkList = networkList<SpreadLine>({
  name: 'review-spreads',
  title: 'How answers spread in reviews',
  columns: spreadColumns,
  async lines(db, person, network) {
    if (!person.isNetworkLeaderOf(network.id)) return []
    const lines: SpreadLine[] = []
    for (const { round } of await allRounds(db, person, network))
      lines.push(...spreadLines(round.title, await spreadsOf(db, round)))
    return lines
  },
})

export const reviewLists = [rounds, spreads]
