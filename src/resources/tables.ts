import type { Generated, Selectable } from 'kysely'

export const fundKinds = ['grant', 'contributions', 'own'] as const
export type FundKind = (typeof fundKinds)[number]

export interface FundTable {
  id: string
  networkId: string
  name: string
  kind: FundKind
  /** The year in which its school year begins: 2026 from 1 September 2026 to 31 August 2027. */
  year: number
  about: Generated<string>
  /** What came in; of schools’ contributions it is what they paid, so 0 here. */
  pence: Generated<number>
  carriedFrom: string | null
  carriedPence: Generated<number>
  holderId: string
  openedAt: string
  openedBy: string
  closedAt: string | null
  closedBy: string | null
}
export type Fund = Selectable<FundTable>

/** What a school promised and paid: for the network’s leaders and the head of that school alone. */
export interface FundContributionTable {
  id: string
  fundId: string
  schoolId: string
  promisedPence: number
  paidPence: Generated<number>
  paidOn: string | null
  version: Generated<number>
  enteredAt: string
  enteredBy: string
}
export type FundContribution = Selectable<FundContributionTable>

export const budgetsOf = ['group', 'theme', 'project', 'co-ordinator', 'other'] as const

/** A part of a fund that is given to a group, a theme, a project or somebody. */
export interface BudgetTable {
  id: string
  fundId: string
  networkId: string
  ofKind: (typeof budgetsOf)[number]
  ofId: string | null
  name: string
  pence: number
  about: Generated<string>
  /** Why it was given though the fund did not hold as much. */
  overBecause: Generated<string>
  /** Who holds it besides the group’s lead learner or the theme’s co-leaders. */
  holderId: string | null
  madeAt: string
  madeBy: string
  endedAt: string | null
  endedBy: string | null
}
export type Budget = Selectable<BudgetTable>

export interface ClaimRatesTable {
  networkId: string
  halfDayPence: number
  hourPence: number
  milePence: number
  changedAt: string
  changedBy: string
}
export type ClaimRates = Pick<Selectable<ClaimRatesTable>, 'halfDayPence' | 'hourPence' | 'milePence'>

export const claimKinds = ['release', 'twilight', 'travel', 'materials'] as const
export type ExpenseKind = (typeof claimKinds)[number]

export const covers = ['arranged', 'not yet', 'not needed'] as const

export type ClaimState = 'draft' | 'sent' | 'sent back' | 'agreed' | 'declined' | 'paid'

/** What a claim is for, where it stands here. */
export type ForKind = 'action' | 'meeting' | 'theme' | 'project' | 'group' | 'visit' | 'session' | 'evening'

export interface ExpenseClaimTable {
  id: string
  networkId: string
  personId: string
  schoolId: string
  budgetId: string | null
  kind: ExpenseKind
  onDay: string
  halfDays: number | null
  minutes: number | null
  tenthsOfMiles: number | null
  pence: number
  forWhat: string
  forKind: ForKind | null
  forId: string | null
  forHref: Generated<string>
  cover: (typeof covers)[number] | null
  state: ClaimState
  draftedAt: string
  sentAt: string | null
  headYesAt: string | null
  headYesBy: string | null
  holderYesAt: string | null
  holderYesBy: string | null
  overBecause: Generated<string>
  answeredAt: string | null
  answeredBy: string | null
  answerWord: Generated<string>
  paidOn: string | null
  paidAt: string | null
  paidBy: string | null
  reference: Generated<string>
  version: Generated<number>
}
export type ExpenseClaim = Selectable<ExpenseClaimTable>

export interface ExpenseClaimFileTable {
  claimId: string
  fileId: string
  removedAt: string | null
}

export const outcomes = ['being written', 'sent', 'granted', 'granted in part', 'not granted', 'not sent'] as const

export interface BidTable {
  id: string
  networkId: string
  toWhom: string
  forWhat: string
  pence: number
  dueOn: string
  outcome: (typeof outcomes)[number]
  grantedPence: number | null
  words: Generated<string>
  /** The fund that was opened with it. */
  fundId: string | null
  madeAt: string
  madeBy: string
  changedAt: string
  removedAt: string | null
  sequence: Generated<number>
}
export type Bid = Selectable<BidTable>

export const colleagueKinds = ['adviser', 'facilitator', 'researcher'] as const

/** Somebody from outside who serves the schools of a network for a school year. */
export interface OutsideColleagueTable {
  id: string
  networkId: string
  personId: string | null
  name: string
  what: (typeof colleagueKinds)[number]
  about: Generated<string>
  year: number
  /** Held in common. */
  halfDays: number
  /** What every school can count on. */
  baseHalfDays: number
  namedAt: string
  namedBy: string
  endedAt: string | null
}
export type OutsideColleague = Selectable<OutsideColleagueTable>

/** Used, or booked where the day lies ahead. Without a school it was for all of them. */
export interface ColleagueDayTable {
  id: string
  colleagueId: string
  schoolId: string | null
  onDay: string
  halfDays: number
  forWhat: string
  enteredAt: string
  enteredBy: string
  removedAt: string | null
}
export type ColleagueDay = Selectable<ColleagueDayTable>

/** A wish for more, with its reason: for whoever asked, the head of that school and the network’s leaders. */
export interface ColleagueWishTable {
  id: string
  colleagueId: string
  schoolId: string
  halfDays: number
  reason: string
  askedAt: string
  askedBy: string
  answeredAt: string | null
  answeredBy: string | null
  agreedHalfDays: number | null
  answerWord: Generated<string>
}
export type ColleagueWish = Selectable<ColleagueWishTable>

/** Time that a school gave from its share, or that came from what is held in common. */
export interface ColleagueGiftTable {
  id: string
  colleagueId: string
  wishId: string
  fromSchoolId: string | null
  halfDays: number
  givenAt: string
  givenBy: string
}

export interface SwotTable {
  id: string
  networkId: string
  title: string
  heldOn: string
  madeAt: string
  madeBy: string
  settledAt: string | null
  settledBy: string | null
}
export type Swot = Selectable<SwotTable>

/** An evening on which governors read data together. */
export interface DataEveningTable {
  id: string
  networkId: string
  title: string
  heldOn: string
  /** `18:30` */
  starts: string
  ends: string
  place: Generated<string>
  about: Generated<string>
  madeAt: string
  madeBy: string
  changedAt: string
  cancelledAt: string | null
  sequence: Generated<number>
}
export type DataEvening = Selectable<DataEveningTable>

export interface EveningSchoolTable {
  eveningId: string
  schoolId: string
}

/** What an invited governor says. */
export interface EveningAnswerTable {
  eveningId: string
  personId: string
  says: 'comes' | 'cannot'
  saidAt: string
}

export interface EveningPaperTable {
  id: string
  eveningId: string
  title: string
  href: Generated<string>
  fileId: string | null
  addedAt: string
  addedBy: string
  removedAt: string | null
}
export type EveningPaper = Selectable<EveningPaperTable>

/** A head whom another head may ring. Nothing else about it is ever kept. */
export interface HeadToRingTable {
  networkId: string
  personId: string
  telephone: string
  bestTime: Generated<string>
}

declare module '../database.js' {
  interface Tables {
    funds: FundTable
    fundContributions: FundContributionTable
    budgets: BudgetTable
    claimRates: ClaimRatesTable
    expenseClaims: ExpenseClaimTable
    expenseClaimFiles: ExpenseClaimFileTable
    bids: BidTable
    outsideColleagues: OutsideColleagueTable
    colleagueDays: ColleagueDayTable
    colleagueWishes: ColleagueWishTable
    colleagueGifts: ColleagueGiftTable
    swots: SwotTable
    dataEvenings: DataEveningTable
    eveningSchools: EveningSchoolTable
    eveningPapers: EveningPaperTable
    eveningAnswers: EveningAnswerTable
    headsToRing: HeadToRingTable
  }
}
