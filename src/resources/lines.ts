import { day } from '../words/words.js'
import type { ClaimShown } from './claims/claims.js'
import { amountSaid, stateSaid, stateTone } from './claims/in-words.js'
import type { BudgetWithSums, FundWithSums } from './funds/sums.js'
import { pounds } from './money.js'
import type { BudgetLine, ClaimLine, FundLine } from './pages.js'
import { yearSaid } from './school-year.js'
import type { Budget, FundKind } from './tables.js'

export const fundKindSaid: Record<FundKind, string> = {
  grant: 'A grant',
  contributions: 'Schools’ contributions',
  own: 'The network’s own',
}

const budgetOfSaid: Record<Budget['ofKind'], string> = {
  group: 'Enquiry group',
  theme: 'Theme',
  project: 'Project',
  'co-ordinator': 'Co-ordinator',
  other: 'Something else',
}

/** How claims, budgets and funds stand in lists. @param at `/networks/hafren/resources` */
export function claimLine(at: string, claim: ClaimShown, waits = false): ClaimLine {
  const amount = amountSaid(claim)
  return {
    href: `${at}/claims/${claim.id}`,
    day: day(claim.onDay),
    name: claim.name,
    school: claim.school,
    amount: amount[0]!.toUpperCase() + amount.slice(1),
    forWhat: claim.forWhat,
    sum: pounds(claim.pence),
    state: { text: stateSaid[claim.state], tone: stateTone[claim.state] },
    waits,
  }
}

export function budgetLine(at: string, budget: BudgetWithSums): BudgetLine {
  const { pence, spoken, left } = budget.sums
  return {
    href: `${at}/budgets/${budget.id}`,
    name: budget.name,
    of: budgetOfSaid[budget.ofKind],
    pence: pounds(pence),
    spoken: pounds(spoken),
    left: pounds(left),
    share: pence > 0 ? Math.min(100, Math.floor((spoken * 100) / pence)) : 0,
    isOver: left < 0,
    ended: budget.endedAt !== null,
  }
}

export function fundLine(at: string, fund: FundWithSums): FundLine {
  const { cameIn, given, left, balance } = fund.sums
  return {
    href: `${at}/funds/${fund.id}`,
    name: fund.name,
    kind: fundKindSaid[fund.kind],
    year: yearSaid(fund.year),
    cameIn: pounds(cameIn),
    given: pounds(given),
    left: pounds(left),
    balance: pounds(balance),
    red: redIn(fund),
    closed: fund.closedAt !== null,
  }
}

/** A fund in the red says so, in a sentence. */
function redIn({ sums }: FundWithSums): string | null {
  if (sums.left >= 0) return null
  const more = `It has given ${pounds(-sums.left)} more than has come in.`
  const toCome = sums.promised - sums.cameIn
  return toCome > 0 ? `${more} ${pounds(toCome)} is promised and still to come.` : more
}
