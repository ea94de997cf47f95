import type { Db } from '../../database.js'
import { today } from '../../web/now.js'
import type { PageOf } from '../../web/page-of.js'
import { day } from '../../words/words.js'
import { chosenInRounds } from '../choosing/choosing.js'
import { instrumentIn } from '../instruments/index.js'
import { instrumentsFor } from '../instruments/own.js'
import { mayBegin, mayMakeInstruments, mayReadReviews } from '../permissions.js'
import type { ReviewRound } from '../tables.js'
import { outcomeOf, showsAnything } from './outcome.js'
import type { ReviewsPage, RoundInList } from './pages.js'
import { askedIn, type ReviewsOfNetwork } from './rounds.js'

/** The reviews of a network, each with where it stands, and what was chosen to work on. */
export async function reviewsPage(
  db: Db,
  there: ReviewsOfNetwork,
  themeIds: string[],
  page: PageOf<ReviewRound>,
): Promise<ReviewsPage> {
  const { person, network, head, listAddress } = there
  const inside = mayReadReviews(person, network)
  const asked = await askedIn(db, person, page.rows)
  const chosen = await chosenInRounds(db, inside ? page.rows.map(one => one.id) : [])
  const instruments = inside ? await instrumentsFor(db, network) : []
  const rows = page.rows.map((round): RoundInList => {
    const state = stateOf(round)
    const own = asked.get(round.id)
    return {
      ...{ id: round.id, title: round.title, company: round.company },
      instrument: instrumentIn(round.instrument).name,
      ...{ state: state.words, tone: state.tone, day: state.day },
      toAnswer: round.openedAt !== null && round.closedAt === null && own !== undefined && own.answered !== 'done',
      chosen: (chosen.get(round.id) ?? []).map(one => ({ id: one.id, what: one.what, done: one.doneAt !== null })),
    }
  })
  return {
    title: 'Reviews',
    head,
    address: listAddress,
    rounds: { ...page, rows },
    instruments: instruments.map(({ id, name, about, minutes }) => ({
      ...{ name, about, minutes },
      href: `${listAddress}/instruments/${id}`,
    })),
    may: {
      begin: mayBegin(person, network, themeIds),
      make: mayMakeInstruments(person, network),
      takeAway: person.isNetworkLeaderOf(network.id),
    },
  }
}

/** Where a round stands, as everybody may know it. */
export function stateOf(round: ReviewRound): { words: string; tone: RoundInList['tone']; day: string } {
  if (!round.openedAt) return { words: 'being prepared', tone: null, day: `answers by ${day(round.answerBy)}` }
  if (!round.closedAt) {
    const over = round.answerBy < today()
    return { words: over ? 'to be closed' : 'open', tone: 'waiting', day: `answers by ${day(round.answerBy)}` }
  }
  const shown = showsAnything(outcomeOf(round))
  return { words: shown ? 'closed' : 'closed, nothing shown', tone: shown ? 'teal' : null, day: day(round.closedAt) }
}
