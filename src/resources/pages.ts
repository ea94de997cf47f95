import type { NetworkHead } from '../networks/head.js'
import type { ShownDocument } from '../publishing/taking-away/shown-document.js'
import type { TextInPlace } from '../texts/pages.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'

export interface Choice {
  value: string
  text: string
}

interface InResources {
  title: string
  head: NetworkHead
  /** `/networks/hafren/resources` */
  at: string
}

interface FormPage extends InResources {
  /** Where the form is sent. */
  address: string
  back: string
  form: FormState
}

/** The places within money and time that this person is led to. */
export interface PlaceWithin {
  href: string
  text: string
  current: boolean
}

export interface ClaimLine {
  href: string
  day: string
  name: string
  school: string
  amount: string
  forWhat: string
  sum: string
  state: { text: string; tone: string }
  /** Whether it waits for a yes of whoever reads it. */
  waits: boolean
}

export interface BudgetLine {
  href: string
  name: string
  of: string
  pence: string
  spoken: string
  left: string
  /** How much of it is spoken for, in hundredths. */
  share: number
  isOver: boolean
  ended: boolean
}

export interface FundLine {
  href: string
  name: string
  kind: string
  year: string
  cameIn: string
  given: string
  left: string
  balance: string
  red: string | null
  closed: boolean
}

export interface OverviewPage extends InResources {
  ways: PlaceWithin[]
  toAnswer: ClaimLine[]
  own: ClaimLine[]
  budgets: BudgetLine[]
  funds: FundLine[] | null
  /** What the schools of this head give; null for everybody else. */
  schools: { name: string; lines: { fund: string; promised: string; paid: string }[]; csv: string }[] | null
  toPay: { count: number; sum: string } | null
  colleagues: { href: string; name: string; what: string }[]
  evenings: { href: string; title: string; when: string }[]
  may: { claim: boolean; keep: boolean; ring: boolean; swot: boolean }
}

export interface FundFormPage extends FormPage {
  isNew: boolean
  choices: { kinds: Choice[]; years: Choice[]; holders: Choice[] }
}

export interface FundPage extends InResources {
  ways: PlaceWithin[]
  fund: FundLine & {
    about: string
    holder: string
    opened: string
    promised: string | null
    paid: string
    carried: string | null
    carriedOn: string | null
    takesContributions: boolean
  }
  overs: { name: string; because: string }[]
  budgets: BudgetLine[]
}

export interface ContributionsPage extends InResources {
  fund: { name: string; href: string; year: string }
  lines: { school: string; href: string; promised: string; paid: string; paidOn: string | null }[]
  totals: { promised: string; paid: string }
}

export interface ContributionFormPage extends FormPage {
  school: string
  fund: string
}

export interface ClosingFundPage extends InResources {
  what: string[]
  address: string
  back: string
  balance: string | null
  holds: string | null
  next: string
}

export interface BudgetFormPage extends FormPage {
  fund: { name: string; left: string }
  choices: { of: Choice[]; holders: Choice[] }
}

export interface BudgetPage extends InResources {
  budget: BudgetLine & { about: string; fund: string; overBecause: string; paid: string }
  claims: PageOf<ClaimLine>
  may: { end: boolean }
  endAt: string
}

export interface RatesPage extends FormPage {}

export interface ClaimsPage extends InResources {
  ways: PlaceWithin[]
  claims: PageOf<ClaimLine>
  filter: { state: string; school: string; from: string; until: string; whose: string }
  choices: { states: Choice[]; schools: Choice[] }
  csv: string
  total: string
  may: { claim: boolean; seeOthers: boolean }
}

export interface ClaimKindsPage extends InResources {
  kinds: { href: string; name: string; says: string }[]
}

export interface ClaimFormPage extends FormPage {
  kind: string
  kindName: string
  rate: string
  choices: { schools: Choice[]; budgets: Choice[]; places: Choice[] }
  receipts: { name: string; href: string }[]
}

export interface ExpenseClaimPage extends InResources {
  claim: ClaimLine & {
    kind: string
    cover: string | null
    budget: string
    forHref: string
    forSaid: string
    answerWord: string
    answeredBy: string
    overBecause: string
    paid: string | null
  }
  address: string
  /** Others that say the same of the same day: most often one that was made twice. */
  alike: ClaimLine[]
  steps: { text: string; done: boolean }[]
  receipts: { name: string; href: string; removeAt: string | null }[]
  answer: { needsBudget: boolean; mayGoOver: boolean; over: string | null; says: string; budgets: Choice[] } | null
  form: FormState
  payForm: FormState
  may: { change: boolean; takeBack: boolean; pay: boolean }
}

export interface BidsPage extends InResources {
  ways: PlaceWithin[]
  bids: PageOf<{
    href: string
    toWhom: string
    forWhat: string
    sum: string
    due: string
    outcome: { text: string; tone: string }
    granted: string | null
    words: string
  }>
  csv: string
}

export interface BidFormPage extends FormPage {
  isNew: boolean
  choices: { outcomes: Choice[]; funds: Choice[] }
  removeAt: string | null
}

export interface TogetherPage extends InResources {
  ways: PlaceWithin[]
  document: ShownDocument
  terms: Choice[]
  term: string
  files: { pdf: string; word: string }
}

export interface ColleaguesPage extends InResources {
  ways: PlaceWithin[]
  colleagues: { href: string; name: string; what: string; year: string; about: string }[]
  may: { name: boolean }
}

export interface ColleagueFormPage extends FormPage {
  isNew: boolean
  choices: { people: Choice[]; kinds: Choice[]; years: Choice[] }
}

export interface DayLine {
  id: string
  day: string
  isAhead: boolean
  school: string
  amount: string
  forWhat: string
}

export interface WishLine {
  id: string
  href: string
  school: string
  amount: string
  reason: string
  asked: string
  answer: string | null
  mayAnswer: boolean
}

export interface ColleaguePage extends InResources {
  ways: PlaceWithin[]
  address: string
  colleague: { name: string; what: string; year: string; about: string; ended: boolean }
  pool: { inCommon: string; used: string | null; left: string | null; share: number; base: string } | null
  thanks: string[]
  schools: { name: string; base: string; given: string; received: string; used: string; left: string }[]
  days: DayLine[]
  wishes: WishLine[]
  dayForm: FormState
  wishForm: FormState
  choices: { schools: Choice[]; own: Choice[] }
  may: { change: boolean; enter: boolean; wish: boolean }
}

export interface WishPage extends FormPage {
  wish: WishLine
  colleague: string
  left: string
  schools: { field: string; name: string; left: string }[]
}

export interface SwotsPage extends InResources {
  ways: PlaceWithin[]
  swots: { href: string; title: string; when: string; settled: boolean }[]
  may: { begin: boolean }
  form: FormState
  address: string
}

export interface SwotPage extends InResources {
  isGuest: boolean
  swot: { title: string; when: string; settled: string | null }
  address: string
  texts: TextInPlace[]
  bodies: { label: string; body: string }[]
}

export interface EveningsPage extends InResources {
  ways: PlaceWithin[]
  evenings: PageOf<{ href: string; title: string; when: string; place: string; cancelled: boolean }>
  may: { prepare: boolean }
}

export interface EveningFormPage extends FormPage {
  isNew: boolean
  choices: { schools: Choice[] }
}

export interface EveningPage extends InResources {
  isGuest: boolean
  address: string
  evening: { title: string; when: string; place: string; about: string; cancelled: boolean; schools: string }
  /** For whoever is invited: what they have said so far. */
  mine: { says: 'comes' | 'cannot' | null } | null
  /** For those who prepare it. */
  coming: { said: string; names: string }[]
  papers: { title: string; href: string; isFile: boolean; removeAt: string }[]
  form: FormState
  may: { prepare: boolean }
}

export interface RingingPage extends FormPage {
  ways: PlaceWithin[]
  heads: { name: string; school: string; telephone: string; tel: string; bestTime: string }[]
  isIn: boolean
}

declare module '../web/show.js' {
  interface Pages {
    'resources/index': OverviewPage
    'resources/fund-edit': FundFormPage
    'resources/fund': FundPage
    'resources/contributions': ContributionsPage
    'resources/contribution-edit': ContributionFormPage
    'resources/fund-closing': ClosingFundPage
    'resources/budget-edit': BudgetFormPage
    'resources/budget': BudgetPage
    'resources/rates': RatesPage
    'resources/claims': ClaimsPage
    'resources/claim-kinds': ClaimKindsPage
    'resources/claim-edit': ClaimFormPage
    'resources/claim': ExpenseClaimPage
    'resources/bids': BidsPage
    'resources/bid-edit': BidFormPage
    'resources/together': TogetherPage
    'resources/colleagues': ColleaguesPage
    'resources/colleague-edit': ColleagueFormPage
    'resources/colleague': ColleaguePage
    'resources/wish': WishPage
    'resources/swots': SwotsPage
    'resources/swot': SwotPage
    'resources/evenings': EveningsPage
    'resources/evening-edit': EveningFormPage
    'resources/evening': EveningPage
    'resources/ringing': RingingPage
  }
}
