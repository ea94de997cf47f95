import type { NetworkHead } from '../networks/head.js'
import type { LoadedPart } from '../networks/network-parts.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { ProjectFilter, ProjectLine } from './listing.js'
import type { NamedStep } from './steps/steps.js'
import type { Project } from './tables.js'
import type { JoinedLine } from './columns.js'

interface OnNetwork {
  title: string
  head: NetworkHead
}

export interface Choice {
  value: string
  text: string
}

export interface ProjectsPage extends OnNetwork {
  address: string
  page: PageOf<ProjectLine>
  filter: ProjectFilter
  states: readonly Choice[]
  themes: Choice[]
  may: { propose: boolean; takeAway: boolean }
}

export interface ProjectEditPage extends OnNetwork {
  address: string
  back: string
  form: FormState
  themes: Choice[]
  /** Who may be asked about it instead; empty for a new project. */
  contacts: Choice[]
}

export interface ProjectPage extends OnNetwork {
  address: string
  listAddress: string
  project: Project
  line: ProjectLine
  contact: string
  theme: string
  own: { answer: string } | null
  joinable: { schools: { id: string; name: string }[]; colleagueFrom: { id: string; name: string }[] }
  /** Whom this person can take out of it: themselves, or their school. */
  members: { href: string; who: string }[]
  left: { who: string; on: string; word: string }[]
  noted: { school: string; word: string }[]
  steps: NamedStep[]
  today: string
  texts: { href: string; title: string; about: string; agreedOn: string; schools: string[] }[]
  outcomes: { school: string; words: string; by: string; at: string; say: string }[]
  parts: LoadedPart[]
  form: FormState
  may: { lookAfter: boolean; note: boolean; step: boolean; text: boolean }
}

/** A page with one small form. */
export interface ProjectFormPage extends OnNetwork {
  over: string
  lede: string
  address: string
  back: string
  form: FormState
  field: { name: string; label: string; hint: string; date: boolean }
  button: string
}

export interface ProjectPeoplePage extends OnNetwork {
  address: string
  project: Project
  /** Also those who have left again. */
  joined: JoinedLine[]
  asked: { who: string; at: string }[]
  people: Choice[]
  schools: Choice[]
  form: FormState
  noting: FormState
  may: { invite: boolean; note: boolean }
}

export interface ProjectStepPage extends OnNetwork {
  address: string
  back: string
  form: FormState
}

declare module '../web/show.js' {
  interface Pages {
    'projects/index': ProjectsPage
    'projects/edit': ProjectEditPage
    'projects/show': ProjectPage
    'projects/form': ProjectFormPage
    'projects/people': ProjectPeoplePage
    'projects/step': ProjectStepPage
  }
}
