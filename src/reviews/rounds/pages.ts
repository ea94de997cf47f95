import type { MeetingAhead } from '../../meetings/agenda/meetings-ahead.js'
import type { NetworkHead } from '../../networks/head.js'
import type { PageOf } from '../../web/page-of.js'
import type { FormState } from '../../web/read.js'
import type { ChosenWithOwner } from '../choosing/choosing.js'
import type { Stands } from '../tables.js'

interface Option {
  value: string
  text: string
  hint?: string
}

/** A round in a list. */
export interface RoundInList {
  id: string
  title: string
  instrument: string
  company: string
  /** Where it stands, in a word or two. */
  state: string
  tone: 'teal' | 'waiting' | 'done' | null
  day: string
  toAnswer: boolean
  chosen: { id: string; what: string; done: boolean }[]
}

export interface ReviewsPage {
  title: string
  head: NetworkHead | null
  address: string
  rounds: PageOf<RoundInList>
  instruments: { name: string; about: string; minutes: number; href: string }[]
  may: { begin: boolean; make: boolean; takeAway: boolean }
}

export interface BeginPage {
  title: string
  head: NetworkHead | null
  address: string
  form: FormState
  instruments: Option[]
  roles: Option[]
  schools: Option[]
  companies: Option[]
  /** The themes whose people a co-leader asks; none where the whole network can be asked. */
  themes: Option[]
  earlier: Option[]
}

export interface RoundPage {
  title: string
  head: NetworkHead | null
  address: string
  listAddress: string
  round: {
    id: string
    title: string
    why: string
    company: string
    answerBy: string
    openedAt: string | null
    remindedAt: string | null
    closedAt: string | null
    talkOn: string | null
    talkWhere: string
    over: boolean
    state: 'draft' | 'open' | 'closed'
  }
  instrument: { name: string; minutes: number; href: string | null }
  asked: { stands: Stands; answered: 'begun' | 'done' | null } | null
  /** What became of it for each that stand apart, once it is closed. */
  outcome: { heading: string; text: string; shown: boolean }[]
  people: { stands: Stands; heading: string; people: { id: string; name: string; byLink: boolean }[] }[]
  /** Said before it is opened, where too nearly the same people would answer. */
  warnings: string[]
  chosen: ChosenWithOwner[]
  beside: { href: string; title: string; day: string }[]
  talk: FormState
  /** Meetings to come at which it could be talked about, for those who lead it. */
  meetings: MeetingAhead[]
  talkAt: string | null
  lastDay: FormState
  may: {
    lead: boolean
    answer: boolean
    seeSpread: boolean
    choose: boolean
    tell: boolean
    chooseMore: boolean
  }
}

export interface CompanyPage {
  title: string
  head: NetworkHead | null
  address: string
  review: string
  people: RoundPage['people']
  total: number
  form: FormState
  roles: Option[]
  schools: Option[]
  companies: Option[]
  others: Option[]
  /** Where no letters leave the house: the links, to be handed on by whoever leads the round. */
  links: { name: string; href: string }[]
  facilitators: Option[]
  may: { leaveOut: boolean }
}

export interface RoundConfirmPage {
  title: string
  head: NetworkHead | null
  address: string
  review: string
}

declare module '../../web/show.js' {
  interface Pages {
    'reviews/index': ReviewsPage
    'reviews/begin': BeginPage
    'reviews/show': RoundPage
    'reviews/company': CompanyPage
    'reviews/closing': RoundConfirmPage
    'reviews/dropping': RoundConfirmPage
  }
}
