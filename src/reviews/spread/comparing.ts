import type { Db } from '../../database.js'
import { askedOf, instrumentIn } from '../instruments/index.js'
import { askTheSame, companyOf } from '../rounds/closing.js'
import { dayOf, daysAfter } from '../../web/now.js'
import { areFarApart, daysApart } from '../rounds/nearness.js'
import { outcomeOf, shownIn } from '../rounds/outcome.js'
import type { ReviewRound } from '../tables.js'
import { type Spread, type SpreadOfAsked, spreadsOf } from './spread.js'

/** What two rounds both asked, from the earlier to the later. */
export interface Beside {
  before: ReviewRound
  after: ReviewRound
  parts: {
    heading: string
    items: { short: string; words: string; of: SpreadOfAsked['of']; before: SpreadOfAsked; after: SpreadOfAsked }[]
  }[]
}

/** Other rounds of the network that can be put beside this one: closed, shown, and with a statement in common. */
export async function roundsToPutBeside(db: Db, round: ReviewRound): Promise<ReviewRound[]> {
  const rows = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', '=', round.networkId)
    .where('id', '<>', round.id)
    .where('closedAt', 'is not', null)
    .orderBy('closedAt', 'desc')
    .limit(100)
    .execute()
  const instrument = instrumentIn(round.instrument)
  return rows.filter(
    one => shownIn(outcomeOf(one)).includes('self') && askTheSame(instrument, instrumentIn(one.instrument)),
  )
}

/**
 * Whether two rounds can be put beside each other. Within three hundred days not where that would tell what one to four
 * people said; after that each is shown by itself in any case, whoever answered, where five have answered.
 */
export async function mayStandBeside(db: Db, one: ReviewRound, other: ReviewRound): Promise<boolean> {
  const [before, after] = [one.closedAt!, other.closedAt!].sort()
  if (daysAfter(dayOf(before!), daysApart) < dayOf(after!)) return true
  return areFarApart([await companyOf(db, one, 'self'), await companyOf(db, other, 'self')])
}

/** Only what both asked in the same way, of the company itself; undefined where their companies are too nearly the same. */
export async function besides(db: Db, one: ReviewRound, other: ReviewRound): Promise<Beside | undefined> {
  if (!(await mayStandBeside(db, one, other))) return undefined
  const [before, after] = one.closedAt! <= other.closedAt! ? [one, other] : [other, one]
  const [earlier, later] = [await ourSpread(db, before), await ourSpread(db, after)]
  if (!earlier || !later) return undefined
  const then = new Map(earlier.parts.flatMap(part => part.items).map(one => [one.item.id, one]))
  const [stepsThen, stepsNow] = [instrumentIn(before.instrument), instrumentIn(after.instrument)]
  const parts = later.parts.map(({ part, items }) => ({
    heading: part.heading,
    items: items.flatMap(({ item, asked }) => {
      const old = then.get(item.id)
      const isSame =
        old &&
        JSON.stringify(askedOf(old.item, stepsThen).map(one => one.choices)) ===
          JSON.stringify(askedOf(item, stepsNow).map(one => one.choices))
      if (!isSame || old.item.words !== item.words) return []
      return asked.flatMap((now, at) =>
        now.answered > 0 && old.asked[at]!.answered > 0
          ? [{ short: item.short, words: item.words, of: now.of, before: old.asked[at]!, after: now }]
          : [],
      )
    }),
  }))
  return { before, after, parts: parts.filter(part => part.items.length > 0) }
}

async function ourSpread(db: Db, round: ReviewRound): Promise<Spread | undefined> {
  return (await spreadsOf(db, round)).find(one => one.stands === 'self')
}
