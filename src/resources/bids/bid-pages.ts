import type { z } from 'zod'
import type { Db } from '../../database.js'
import { type Column, day as dayColumn, number, text } from '../../web/columns.js'
import { type FormState, formOf } from '../../web/read.js'
import { day } from '../../words/words.js'
import type { ResourcesOfNetwork } from '../finding.js'
import { fundsFor } from '../funds/funds.js'
import { penceOf, pounds, poundsAsNumber, typedPounds } from '../money.js'
import type { BidFormPage, BidsPage } from '../pages.js'
import { yearSaid } from '../school-year.js'
import { type Bid, outcomes } from '../tables.js'
import type { BidForm } from './bid-form.js'
import type { BidWords } from './bids.js'

export const outcomeSaid: Record<Bid['outcome'], string> = {
  'being written': 'Being written',
  sent: 'Sent, no answer yet',
  granted: 'Granted',
  'granted in part': 'Granted in part',
  'not granted': 'Not granted',
  'not sent': 'Not sent after all',
}

const tones: Partial<Record<Bid['outcome'], string>> = {
  'being written': 'waiting',
  sent: 'teal',
  granted: 'done',
  'granted in part': 'done',
}

export function bidLine(at: string, bid: Bid): BidsPage['bids']['rows'][number] {
  return {
    href: `${at}/bids/${bid.id}`,
    toWhom: bid.toWhom,
    forWhat: bid.forWhat,
    sum: pounds(bid.pence),
    due: day(bid.dueOn),
    outcome: { text: outcomeSaid[bid.outcome], tone: tones[bid.outcome] ?? '' },
    granted: bid.grantedPence === null ? null : pounds(bid.grantedPence),
    words: bid.words,
  }
}

export const bidColumns: Column<Bid>[] = [
  text('To whom', 32, one => one.toWhom),
  text('For what', 50, one => one.forWhat),
  number('Asked for in pounds', 14, one => poundsAsNumber(one.pence)),
  dayColumn('Due', one => one.dueOn),
  text('Where it stands', 20, one => outcomeSaid[one.outcome]),
  number('Granted in pounds', 14, one => (one.grantedPence === null ? null : poundsAsNumber(one.grantedPence))),
  text('In words', 50, one => one.words),
]

export async function bidFormPage(
  db: Db,
  { person, network, head, address: at }: ResourcesOfNetwork,
  form?: FormState,
  bid?: Bid,
): Promise<BidFormPage> {
  const own = bid && `${at}/bids/${bid.id}`
  return {
    title: bid ? `Bid to ${bid.toWhom}` : 'Enter a bid',
    ...{ head, at, address: own ?? `${at}/bids`, back: `${at}/bids`, isNew: !bid },
    form: form ?? formOf(bid && typedIn(bid)),
    choices: {
      outcomes: outcomes.map(value => ({ value, text: outcomeSaid[value] })),
      funds: (await fundsFor(db, person, network)).map(one => ({
        value: one.id,
        text: `${one.name}, ${yearSaid(one.year)}`,
      })),
    },
    removeAt: own ? `${own}/removal` : null,
  }
}

function typedIn({ toWhom, forWhat, pence, dueOn, outcome, grantedPence, words, fundId }: Bid) {
  const granted = grantedPence === null ? '' : typedPounds(grantedPence)
  return { toWhom, forWhat, sum: typedPounds(pence), dueOn, outcome, granted, words, fund: fundId ?? '' }
}

export async function wordsOfBid(
  db: Db,
  { person, network }: ResourcesOfNetwork,
  { sum, granted, fund, ...words }: z.output<typeof BidForm>,
): Promise<BidWords> {
  const funds = await fundsFor(db, person, network)
  const isGranted = words.outcome.startsWith('granted')
  return {
    ...words,
    pence: sum,
    grantedPence: isGranted ? (penceOf(granted) ?? null) : null,
    fundId: isGranted ? (funds.find(one => one.id === fund)?.id ?? null) : null,
  }
}
