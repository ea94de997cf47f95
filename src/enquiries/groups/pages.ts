import type { Matrix } from '../on-network.js'
import type { NetworkHead } from '../../networks/head.js'
import type { Offer } from '../../groups/handing-over.js'
import type { FormerlyInGroup, InGroup } from '../../groups/people.js'
import type { StageState } from '../../stages.js'
import type { PageOf } from '../../web/page-of.js'
import type { FormState } from '../../web/read.js'
import type { Network } from '../../networks/tables.js'
import type { Crumb } from '../../web/show.js'
import type { Filter, Link, OfAGroup } from '../pages.js'

/** For a network leader who works in no school. */
export interface PassQuestionOnPage {
  title: string
  breadcrumbs: { href: string; text: string }[]
  network: Network
  /** The address at which a colleague proposes a question. */
  link: string
  own: string
}

export interface ProposePage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  address: string
  form: FormState
  schools: { value: string; text: string }[]
  themes: { value: string; text: string }[]
}

export interface JoiningPage {
  title: string
  breadcrumbs: Crumb[]
  groupName: string
  question: string
  why: string
  track: StageState[]
  people: InGroup[]
  /** The schools that the reader works in. */
  schools: { value: string; text: string }[]
  /** Why the reader cannot volunteer; null when they can. */
  whyNot: string | null
  /** The group's page, for who is in it. */
  /** Whether they would take part as the head of a school. */
  asHead: boolean
  inIt: string | null
  address: string
  form: FormState
}

export interface PeoplePage extends OfAGroup {
  base: string
  people: (InGroup & { over: boolean })[]
  former: FormerlyInGroup[]
  hasLead: boolean
  offer: Offer | null
  /** The reader's own id. */
  me: string
  joinLink: string | null
  may: { renew: boolean; invite: boolean; endFacilitation: boolean }
  /** An invitation that was just made: its link is shown now or never. */
  sent: { name: string; link: string; mailed: boolean } | null
  /** What a facilitator reads. */
  facilitators: string
  form: FormState
  links: Link[]
}

export interface GroupCard {
  id: string
  name: string
  question: string
  href: string
  track: StageState[]
  cycle: number
  schools: number
  closed: boolean
  mine: boolean
  lead: boolean
  /** Others did something there since the reader was there. */
  isNew: boolean
}

export interface GroupsPage {
  title: string
  mine: GroupCard[]
  others: GroupCard[]
  page: PageOf<GroupCard>
  /** Whether the reader works in a network whose groups could take them. */
  welcome: boolean
  filters: Filter[]
  propose: Link[]
}

export interface NetworkGroupsPage {
  title: string
  head: NetworkHead
  address: string
  matrix: Matrix | null
  /** Groups that take volunteers, and that the reader does not see already. */
  page: PageOf<GroupCard>
  filters: Filter[]
  closed: { name: string; question: string; href: string; on: string }[]
  may: { propose: boolean }
}

declare module '../../web/show.js' {
  interface Pages {
    'enquiries/pass-question-on': PassQuestionOnPage
    'enquiries/propose': ProposePage
    'enquiries/joining': JoiningPage
    'enquiries/not-of-the-network': { title: string; networkName: string }
    'enquiries/people': PeoplePage
    'enquiries/groups': GroupsPage
    'enquiries/network-groups': NetworkGroupsPage
  }
}
