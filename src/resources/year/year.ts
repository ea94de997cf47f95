import { networkList, type HoursOf, type NetworkYear, type NewsOf } from '../../networks/year.js'
import { dayOf, today } from '../../web/now.js'
import { day } from '../../words/words.js'
import { bidColumns } from '../bids/bid-pages.js'
import { bidsFor } from '../bids/bids.js'
import { claimsFor } from '../claims/claims.js'
import { claimColumns } from '../claims/columns.js'
import { thanksSaid } from '../colleague/colleague-page.js'
import { colleaguesFor } from '../colleague/colleagues.js'
import { dayColumns, daysForAll } from '../colleague/columns.js'
import { thanksOf } from '../colleague/wishes.js'
import { whenOf } from '../evenings/evening-page.js'
import { eveningsFor } from '../evenings/evenings.js'
import { contributionColumns, fundColumns } from '../funds/columns.js'
import { contributionsFor } from '../funds/contributions.js'
import { fundsFor } from '../funds/funds.js'
import { datesOfSwots } from '../swots/coming.js'
import { timeInReport } from '../together/time-in-report.js'
import { besideThings } from './beside.js'
import { datesOfBids, datesOfColleagues, datesOfEvenings } from './dates.js'

/**
 * Data evenings that were held. Release time and twilight hours pay for meetings, visits and sessions that are counted
 * where they were held, so they are no hours of their own.
 */
const hoursOfEvenings: HoursOf = async (db, networkId, span) => {
  const rows = await db
    .selectFrom('dataEvenings')
    .select(['starts', 'ends'])
    .where('networkId', '=', networkId)
    .where('heldOn', '>=', dayOf(span.from))
    .where('heldOn', '<', dayOf(span.until))
    .where('heldOn', '<=', today())
    .where('cancelledAt', 'is', null)
    .execute()
  const minutes = rows.reduce((sum, one) => sum + minutesOf(one.ends) - minutesOf(one.starts), 0)
  return [{ of: 'data evenings', hours: minutes / 60, times: rows.length }]
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}

/** Data evenings that are coming, and thanks to schools that gave of their share. Of money nothing. */
const newsOfResources: NewsOf = async (db, person, network, since) => {
  const evenings = await eveningsFor(db, person, [network.id])
  const set = evenings.filter(one => one.madeAt > since && one.cancelledAt === null && one.heldOn >= today())
  const news = set.map(one => ({
    at: one.madeAt,
    text: `A data evening is set up: “${one.title}”, ${whenOf(one)}${one.place ? `, ${one.place}` : ''}.`,
    href: `/networks/${network.id}/resources/evenings/${one.id}`,
  }))
  if (!person.works(network.id)) return news
  for (const colleague of await colleaguesFor(db, person, network)) {
    const href = `/networks/${network.id}/resources/colleagues/${colleague.id}`
    for (const one of (await thanksOf(db, colleague)).filter(({ at }) => at > since))
      news.push({ at: one.at, text: thanksSaid(one, colleague.name), href })
    if (colleague.namedAt > since)
      news.push({
        at: colleague.namedAt,
        text: `${colleague.name} is with our schools as ${colleague.what} from ${day(`${colleague.year}-09-01`)}.`,
        href,
      })
  }
  return news
}

export const resourcesInTheYear: NetworkYear = {
  dates: [datesOfBids, datesOfEvenings, datesOfColleagues, datesOfSwots],
  reportParts: [timeInReport],
  moves: [],
  hours: [hoursOfEvenings],
  knowsHow: [],
  news: [newsOfResources],
  lists: [
    networkList({ name: 'funds', title: 'Funds', columns: fundColumns, lines: fundsFor }),
    networkList({
      name: 'contributions',
      title: 'What schools give',
      columns: contributionColumns,
      lines: contributionsFor,
    }),
    networkList({
      name: 'money-claims',
      title: 'Claims for time and money',
      columns: claimColumns,
      lines: async (db, person, network) => (await claimsFor(db, person, network)).rows,
    }),
    networkList({
      name: 'bids',
      title: 'Bids for money',
      columns: bidColumns,
      lines: async (db, person, network) => (await bidsFor(db, person, network)).rows,
    }),
    networkList({
      name: 'colleague-days',
      title: 'Days of outside colleagues',
      columns: dayColumns,
      lines: daysForAll,
    }),
  ],
  beside: besideThings,
}
