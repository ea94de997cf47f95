import type { EnquiryHead } from '../enquiries/head.js'
import type { NetworkHead } from '../networks/head.js'
import type { TextInPlace } from '../texts/pages.js'
import type { Crumb } from '../web/crumb.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Attender } from './attending/attending.js'
import type { CircleMember } from './circles/members.js'
import type { DecisionShown } from './deciding/decisions.js'
import type { MeetingActionShown } from './deciding/meeting-actions.js'
import type { MeetingLine } from './listing/meetings.js'
import type { Paper } from './papers/papers.js'
import type { OfferedDate } from './planning/dates.js'
import type { AgendaItem, Circle, CircleTerms, Meeting } from './tables.js'

/** What every page of this room begins with. */
export interface Top {
  title: string
  head: NetworkHead | EnquiryHead | null
  breadcrumbs: Crumb[]
  /** Where we are, small, above the heading. */
  over: string
}

interface Choice {
  value: string
  text: string
}

interface Field {
  name: string
  label: string
  value: string
  options?: Choice[]
}

export interface MeetingsPage extends Top {
  address: string
  /** Circles of which the reader may know, each with its kind. */
  circles: { id: string; name: string; isMine: boolean }[]
  page: PageOf<MeetingLine>
  fields: Field[]
  when: 'coming' | 'past'
  may: { setUp: boolean; make: boolean; seeAll: boolean }
  csv: string
}

export interface GroupMeetingsPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  address: string
  coming: MeetingLine[]
  page: PageOf<MeetingLine>
  circle: Circle | null
  actions: MeetingActionShown[]
  may: { plan: boolean }
}

export interface CirclesPage extends Top {
  address: string
  circles: (Circle & { kindText: string; isMine: boolean; members: number; next: MeetingLine | null })[]
  may: { make: boolean; setUp: boolean }
}

export interface CircleEditPage extends Top {
  address: string
  back: string
  form: FormState
  kinds: Choice[]
  themes: Choice[]
  roles: { value: string; text: string }[]
  people: Choice[]
  isGroups: boolean
  button: string
}

export interface CirclePage extends Top {
  circle: Circle
  address: string
  kindText: string
  theme: string | null
  follows: string[]
  chair: string | null
  noteTaker: string | null
  members: PageOf<CircleMember & { is: string }>
  coming: MeetingLine[]
  past: MeetingLine[]
  decisions: DecisionShown[]
  actions: MeetingActionShown[]
  terms: { agreed: CircleTerms | null; isNewer: boolean }
  next: { text: string; href: string; action: string } | null
  may: {
    change: boolean
    close: boolean
    reopen: boolean
    join: boolean
    leave: boolean
    plan: boolean
    words: boolean
  }
}

export interface CirclePeoplePage extends Top {
  circle: Circle
  address: string
  find: string
  /** Of the network and not in the circle, to be ticked. */
  found: { id: string; name: string; is: string }[]
  /** Whom the words found that are in it already. */
  isIn: string[]
  form: FormState
  page: PageOf<CircleMember & { is: string }>
}

export interface CircleTermsPage extends Top {
  circle: Circle
  address: string
  text: TextInPlace | null
  agreed: (CircleTerms & { by: string })[]
  isNewer: boolean
  form: FormState
  may: { write: boolean; agree: boolean }
}

export interface YearPage extends Top {
  circle: Circle
  address: string
  years: Choice[]
  rhythms: Choice[]
  weekdays: Choice[]
  /** What was asked for. */
  form: FormState
  /** The list that came of it, to be ticked and changed; null before anything was asked for. */
  lines: { on: string; starts: string; ends: string; kept: boolean; also: string }[] | null
  /** Of the list. */
  listForm: FormState
}

export interface MeetingEditPage extends Top {
  address: string
  back: string
  form: FormState
  /** Whether the time is asked for too. */
  isNew: boolean
  people: Choice[]
  others: Choice[]
  placeholder: string
}

export interface MovingPage extends Top {
  address: string
  back: string
  form: FormState
  when: string
}

export interface CancellingPage extends Top {
  address: string
  back: string
  form: FormState
  who: string[]
}

export interface DatesPage extends Top {
  address: string
  back: string
  form: FormState
  most: number
}

export interface ItemShown extends AgendaItem {
  number: number | null
  broughtByName: string
  isConfidential: boolean
  /** Whether the reader may read what was said of it. */
  isOpen: boolean
  papers: Paper[]
  mayChange: boolean
}

/** What is still open of what was agreed, and how much more there is than is shown. */
export interface OpenActions {
  actions: MeetingActionShown[]
  more: { count: number; href: string } | null
}

export interface MeetingPage extends Top {
  meeting: Meeting
  address: string
  circles: { id: string; name: string }[]
  state: string
  when: string
  chair: string | null
  noteTaker: string | null
  dates: (OfferedDate & { when: string; mine: string; who: { name: string; can: string }[] })[]
  answerForm: FormState
  items: ItemShown[]
  proposed: ItemShown[]
  putOff: ItemShown[]
  openActions: MeetingActionShown[]
  more: OpenActions['more']
  before: { href: string; text: string; agreed: boolean } | null
  time: { planned: number; length: number | null; over: number }
  papers: Paper[]
  attenders: Attender[]
  counts: { comes: number; cannot: number; silent: number; present: number; saidWhen: number }
  /** `saysWhen`: whether they have answered every date that is offered. */
  mine: { says: string | null; isAsked: boolean; saysWhen: boolean }
  hasBegun: boolean
  next: { text: string; href: string; action: string } | null
  beside: { view: string; given: Record<string, unknown> }[]
  may: {
    conduct: boolean
    change: boolean
    propose: boolean
    order: boolean
    papers: boolean
    answer: boolean
    minutes: boolean
    write: boolean
  }
}

export interface ItemEditPage extends Top {
  address: string
  back: string
  form: FormState
  people: Choice[]
  button: string
}

export interface PaperEditPage extends Top {
  address: string
  back: string
  form: FormState
  items: Choice[]
}

export interface GuestsPage extends Top {
  address: string
  back: string
  find: string
  found: { id: string; name: string; is: string; isIn: boolean }[]
  guests: string[]
}

export interface MinutesItem extends ItemShown {
  /** To be typed, for those who may. */
  text: TextInPlace | null
  words: string
  decisions: (DecisionShown & { mayChange: boolean })[]
  actions: MeetingActionShown[]
  amendments: {
    id: string
    words: string
    by: string
    at: string
    answer: string | null
    answerWords: string
    mayAnswer: boolean
  }[]
  notes: { words: string; by: string; at: string }[]
  may: { record: boolean; amend: boolean; note: boolean }
}

export interface MinutesPage extends Top {
  meeting: Meeting
  address: string
  circles: { id: string; name: string }[]
  when: string
  state: string
  attenders: Attender[]
  present: string[]
  apologies: string[]
  items: MinutesItem[]
  openActions: MeetingActionShown[]
  more: OpenActions['more']
  people: Choice[]
  dueOn: string
  isTicked: boolean
  agreedBy: string | null
  may: { tick: boolean; open: boolean; agree: boolean; write: boolean; takeAlong: boolean }
}

export interface RecordPage extends Top {
  address: string
  back: string
  form: FormState
  people: Choice[]
  circles: Choice[]
  button: string
}

export interface DecisionsPage extends Top {
  address: string
  page: PageOf<DecisionShown>
  fields: Field[]
  csv: string
}

export interface DecisionPage extends Top {
  decision: DecisionShown
  address: string
  back: string
  /** Later ones of the same circle, that may stand in its place. */
  later: Choice[]
  /** The one that stands in its place, for those who may read it. */
  newer: string | null
  earlier: { id: string; label: string; decision: string }[]
  form: FormState
  may: { supersede: boolean; change: boolean }
}

export interface MeetingActionsPage extends Top {
  address: string
  page: PageOf<MeetingActionShown>
  fields: Field[]
  csv: string
  today: string
}

export interface MeetingActionPage extends Top {
  action: MeetingActionShown
  address: string
  back: string
  form: FormState
  may: { settle: boolean }
}

declare module '../web/show.js' {
  interface Pages {
    'meetings/index': MeetingsPage
    'meetings/group': GroupMeetingsPage
    'meetings/circles': CirclesPage
    'meetings/circle-edit': CircleEditPage
    'meetings/circle': CirclePage
    'meetings/circle-closing': CancellingPage
    'meetings/circle-people': CirclePeoplePage
    'meetings/circle-terms': CircleTermsPage
    'meetings/year': YearPage
    'meetings/edit': MeetingEditPage
    'meetings/moving': MovingPage
    'meetings/cancelling': CancellingPage
    'meetings/dates': DatesPage
    'meetings/show': MeetingPage
    'meetings/item-edit': ItemEditPage
    'meetings/paper-edit': PaperEditPage
    'meetings/guests': GuestsPage
    'meetings/minutes': MinutesPage
    'meetings/decision-edit': RecordPage
    'meetings/action-edit': RecordPage
    'meetings/amendment-edit': RecordPage
    'meetings/decisions': DecisionsPage
    'meetings/decision': DecisionPage
    'meetings/actions': MeetingActionsPage
    'meetings/action': MeetingActionPage
  }
}
