import type { WhatIsRead } from '../files/reading/what-is-read.js'
import type { FormState } from '../web/read.js'
import type { PageOf } from '../web/page-of.js'
import type { WaitingRole } from '../people/roles/confirming-roles.js'
import type { GroupAtStake } from '../people/roles/groups-at-stake.js'
import type { NetworkRoleName } from '../people/roles/roles.js'
import type { Invitation } from '../people/tables.js'
import type { PeopleList } from './people/reading-people.js'
import type { SchoolList } from './schools/reading-schools.js'
import type { WithEnds } from './people/ending-roles.js'
import type { ExtractMistake } from './schools/reading-extract.js'
import type { NetworkHead } from './head.js'
import type { LoadedPart } from './network-parts.js'
import type { PersonInNetwork } from './people/people-of.js'
import type { Establishment, EstablishmentImport, Network, School, Term } from './tables.js'

export interface NetworksPage {
  title: string
  networks: (Network & { isNew: boolean })[]
  may: { make: boolean }
}

export interface NewNetworkPage {
  title: string
  licences: { value: string; text: string }[]
  form: FormState
}

export interface MadeNetworkPage {
  title: string
  network: Network
  leader: string
  link: string
  mailed: boolean
}

export interface NetworkPage {
  title: string
  head: NetworkHead
  network: Network
  term: Term | null
  parts: LoadedPart[]
  form: FormState
  /** Nobody leads it, and the reader is the administrator who can invite somebody to. */
  leaderless: boolean
  may: { change: boolean; propose: boolean; seeInside: boolean }
}

export interface NetworkEditPage {
  title: string
  head: NetworkHead
  network: Network
  licences: { value: string; text: string }[]
  form: FormState
}

/** Whether everybody in the network is asked for a second step. */
export interface NetworkSecondStepPage {
  title: string
  head: NetworkHead
  network: Network
  people: number
  have: number
  asked: { at: string; by: string } | null
}

export interface DataLeadsPage {
  title: string
  head: NetworkHead
  school: string
  address: string
  leads: { name: string; end: string | null }[]
  /** Named, and waiting for a second person. */
  asked: { name: string; asker: string; href: string }[]
  possible: { value: string; text: string }[]
  who: string
  form: FormState
  may: { name: boolean }
}

export interface SchoolsPage {
  title: string
  head: NetworkHead
  network: Network
  schools: School[]
  left: School[]
  /** Ids of the schools that the reader works in. */
  own: string[]
  may: { change: boolean }
}

export interface SchoolPickPage {
  title: string
  head: NetworkHead
  network: Network
  find: string
  found: (Establishment & { here: boolean })[]
  imported: EstablishmentImport | null
  may: { import: boolean }
}

/** A list of schools is pasted, and each line seen before anything is added. */
export interface SchoolListPage {
  title: string
  head: NetworkHead
  network: Network
  form: FormState
  list: SchoolList | null
  read: WhatIsRead[]
}

export interface SchoolPage {
  title: string
  head: NetworkHead
  network: Network
  school: School
  parts: { view: string; given: Record<string, unknown> }[]
  may: { change: boolean; seeInside: boolean }
}

export interface SchoolEditPage {
  title: string
  head: NetworkHead
  network: Network
  school: School | null
  form: FormState
}

/** The page before a school leaves the network. */
export interface SchoolLeavingPage {
  title: string
  head: NetworkHead
  network: Network
  school: School
  /** What will happen. */
  lines: string[]
  /** Groups that are led from it. */
  led: string | null
  /** Whom it touches. */
  people: string | null
}

export interface ImportPage {
  title: string
  last: EstablishmentImport | null
  mistakes: ExtractMistake[]
}

export interface TermsPage {
  title: string
  head: NetworkHead
  network: Network
  /** @field holidays `Half term, 15 February 2027 to 19 February 2027` */
  terms: (Term & { now: boolean; holidays: string[] })[]
  form: FormState
  may: { change: boolean }
}

export interface TermEditPage {
  title: string
  head: NetworkHead
  network: Network
  term: Term
  form: FormState
}

export interface PeoplePage {
  title: string
  head: NetworkHead
  network: Network
  people: PageOf<PersonInNetwork>
  filter: { words: string; role: string; school: string }
  roles: { value: string; text: string }[]
  schools: { value: string; text: string }[]
  /** Nobody has taken them up; each with what it is to, in words, and whether it ran out. */
  invitations: (Invitation & { inviter: string; as: string; over: boolean })[]
  /** Letters leave the house. */
  mailed: boolean
  /** Roles that wait for a second person. */
  asked: WaitingRole[]
  may: { change: boolean }
}

export interface InvitePage {
  title: string
  head: NetworkHead
  network: Network
  form: FormState
  roles: { value: string; text: string; hint: string }[]
  schools: { value: string; text: string }[]
  themes: { value: string; text: string }[]
  partners: { value: string; text: string }[]
  /** The link is null where it went to its address alone. */
  sent: { name: string; role: NetworkRoleName; link: string | null; mailed: boolean } | null
}

/** Somebody who was just invited; the link is null where it went to its address alone. */
export interface Invited {
  name: string
  email: string
  link: string | null
}

export interface PeopleListPage {
  title: string
  head: NetworkHead
  network: Network
  form: FormState
  list: PeopleList | null
  read: WhatIsRead[]
  /** What a line can say that somebody is to be. */
  rolesInLists: string[]
  sent: Invited[] | null
  mailed: boolean
}

export interface MembershipPage {
  title: string
  head: NetworkHead
  network: Network
  person: WithEnds
  /** The reader may see to a new password for them. */
  mayHelp: boolean
  form: FormState
  roles: { value: string; text: string; hint: string }[]
  schools: { value: string; text: string }[]
  themes: { value: string; text: string }[]
  partners: { value: string; text: string }[]
}

/** The page before a role ends: what would follow. */
export interface EndingRolePage {
  title: string
  head: NetworkHead
  name: string
  role: string
  address: string
  back: string
  /** The school that the role ties them to, by name. */
  school: string | null
  /** Groups in which they would be for a school, or a network, that they do not work in any more. */
  groups: GroupAtStake[]
  isLast: boolean
  /** What can become of their place there. */
  options: { value: string; text: string }[]
  /** Their names, as a list in words. */
  where: string
  form: FormState
}

export interface LeavingPage {
  title: string
  head: NetworkHead
  network: Network
  person: { id: string; name: string }
  leads: string[]
}

declare module '../web/show.js' {
  interface Pages {
    'networks/index': NetworksPage
    'networks/new': NewNetworkPage
    'networks/made': MadeNetworkPage
    'networks/show': NetworkPage
    'networks/edit': NetworkEditPage
    'networks/second-step': NetworkSecondStepPage
    'networks/data-leads': DataLeadsPage
    'networks/schools': SchoolsPage
    'networks/school': SchoolPage
    'networks/school-pick': SchoolPickPage
    'networks/school-list': SchoolListPage
    'networks/school-edit': SchoolEditPage
    'networks/school-leaving': SchoolLeavingPage
    'networks/import': ImportPage
    'networks/terms': TermsPage
    'networks/term-edit': TermEditPage
    'networks/people': PeoplePage
    'networks/invite': InvitePage
    'networks/people-list': PeopleListPage
    'networks/membership': MembershipPage
    'networks/ending-role': EndingRolePage
    'networks/leaving': LeavingPage
  }
}
