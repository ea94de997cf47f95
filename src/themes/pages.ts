import type { NetworkHead } from '../networks/head.js'
import type { Network, Term, Theme } from '../networks/tables.js'
import type { TextInPlace } from '../texts/pages.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { ActivityState } from './activities/activities.js'
import type { ChampionInView } from './champions/champions.js'
import type { ThemeInList } from './describing/theme-list.js'
import type { SchoolHalf, Step } from './leading/halves.js'
import type { SentNote } from './notes/theme-terms.js'
import type { ReadingAcross } from './reading/claims-across.js'
import type { ComesTo, SessionInView } from './sessions/sessions.js'
import type { ThemeActivity, ThemeName, ThemeObjective, ThemePlan } from './tables.js'
import type { GroupOfTheme } from './theme-groups.js'
import type { CoLeader } from './themes.js'

interface Choice {
  value: string
  text: string
}

interface InTheme {
  title: string
  head: NetworkHead
  theme: Theme
  /** The theme's own address. */
  address: string
}

interface MayChange {
  change: boolean
  lead: boolean
}

export interface ThemesPage {
  title: string
  head: NetworkHead
  network: Network
  themes: ThemeInList[]
  closed: ThemeInList[]
  form: FormState
  may: { add: boolean }
}

export interface ActivityInView extends ThemeActivity {
  state: ActivityState
}

export interface ThemePage extends InTheme {
  formerNames: ThemeName[]
  coLeaders: CoLeader[]
  before: { name: string; until: string | null }[]
  objectives: ThemeObjective[]
  groups: GroupOfTheme[]
  activities: ActivityInView[]
  moreActivities: number
  ahead: SessionInView[]
  past: SessionInView[]
  moreSessions: boolean
  champions: ChampionInView[]
  /** Asked, and not answered: for those who lead the theme. */
  asked: ChampionInView[]
  /** The reader themselves, who was asked or said yes. */
  myChampion: ChampionInView | null
  /** Schools in which nobody has said yes. */
  without: string[]
  plans: (ThemePlan & { year: string; days: string | null })[]
  term: Term | null
  noteSent: boolean
  /** How many notes have been sent. */
  notes: number
  beside: { view: string; given: Record<string, unknown> }[]
  may: MayChange & { handOver: boolean; coLead: boolean }
}

export interface ThemeEditPage extends InTheme {
  form: FormState
}

export interface ThemeClosingPage extends InTheme {
  groups: number
  form: FormState
}

export interface ThemeHandoverPage extends InTheme {
  /** Nobody leads it yet, so that nobody hands it over. */
  isFirst: boolean
  find: string
  people: Choice[]
  from: Choice[]
  form: FormState
}

export interface ObjectivesPage extends InTheme {
  objectives: ThemeObjective[]
  form: FormState
}

export interface ObjectivePage extends InTheme {
  objective: ThemeObjective
  form: FormState
}

export interface ActivitiesPage extends InTheme {
  activities: PageOf<ActivityInView>
  may: MayChange
}

export interface ActivityPage extends InTheme {
  activity: ActivityInView | null
  form: FormState
}

export interface ChampionAskPage extends InTheme {
  schools: Choice[]
  school: Choice | null
  people: Choice[]
  form: FormState
}

export interface ChampionPage extends InTheme {
  champion: ChampionInView
  form: FormState
}

export interface SessionsPage extends InTheme {
  which: 'ahead' | 'past'
  sessions: PageOf<SessionInView>
  may: MayChange
}

export interface SessionPage extends InTheme {
  own: string
  session: SessionInView
  people: ComesTo[]
  /** Whether the reader has said that they come. */
  coming: boolean
  over: boolean
  came: string[]
  form: FormState
  may: { change: boolean; come: boolean; tell: boolean }
}

export interface SessionEditPage {
  title: string
  head: NetworkHead
  theme: Theme
  action: string
  back: string
  session: SessionInView | null
  kinds: Choice[]
  schools: Choice[]
  form: FormState
}

export interface SessionCancelPage extends InTheme {
  session: SessionInView
  form: FormState
}

export interface PlanPage extends InTheme {
  year: { value: number; text: string }
  others: { value: number; text: string }[]
  form: FormState
}

export interface NotesPage extends InTheme {
  notes: (SentNote & { term: string; by: string })[]
  terms: Term[]
  may: MayChange
}

export interface NotePage extends InTheme {
  term: Term
  sentAt: string | null
  text: TextInPlace
  /** The co-leader's part of the network's termly report. */
  report: { href: string; written: boolean }
}

export interface LeadingPage extends InTheme {
  word: { word: string; givenAt: string; from: string | null } | null
  network: Step[]
  school: SchoolHalf | null
  networkNotes: TextInPlace
  schoolNotes: TextInPlace
}

export interface ReadingPage extends InTheme, ReadingAcross {
  own: string
  term: Term | null
  terms: Term[]
  summary: { outAt: string | null; body: string; text: TextInPlace | null } | null
  /** Groups of the theme in which the reader takes part. */
  groupsOfMine: { id: string; name: string }[]
  form: FormState
  may: MayChange
}

export interface ThemeCodesPage extends InTheme {
  group: string
  groupName: string
  codes: (Choice & { shared: boolean })[]
  form: FormState
}

declare module '../web/show.js' {
  interface Pages {
    'themes/index': ThemesPage
    'themes/show': ThemePage
    'themes/edit': ThemeEditPage
    'themes/closing': ThemeClosingPage
    'themes/handover': ThemeHandoverPage
    'themes/objectives': ObjectivesPage
    'themes/objective': ObjectivePage
    'themes/activities': ActivitiesPage
    'themes/activity': ActivityPage
    'themes/champion-ask': ChampionAskPage
    'themes/champion': ChampionPage
    'themes/sessions': SessionsPage
    'themes/session': SessionPage
    'themes/session-edit': SessionEditPage
    'themes/session-cancel': SessionCancelPage
    'themes/plan': PlanPage
    'themes/notes': NotesPage
    'themes/note': NotePage
    'themes/leading': LeadingPage
    'themes/reading': ReadingPage
    'themes/codes': ThemeCodesPage
  }
}
