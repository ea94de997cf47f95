import type { NetworkHead } from '../networks/head.js'
import type { ShownDocument } from '../publishing/taking-away/shown-document.js'
import type { TextInPlace } from '../texts/pages.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Choice, ShownLink, VisitChoices } from './links.js'
import type { Showing } from './listing.js'
import type { ShownNote } from './notes/notes.js'
import type { ProgrammeLine } from './programme.js'
import type { NoteAudience, Visit, VisitRelease } from './tables.js'

interface OfVisits {
  title: string
  head: NetworkHead
  /** Of the list of visits. */
  listAddress: string
}

interface OfOneVisit extends OfVisits {
  visit: Visit
  address: string
}

/** A visit as it stands in a list. */
export interface ListedVisit {
  href: string
  title: string
  kind: Visit['kind']
  /** The day that its leaf shows; null before it has one. */
  day: string | null
  where: string
  facts: string[]
  tag: { text: string; tone: 'teal' | 'waiting' | 'done' | 'caution' } | null
}

export interface VisitsPage extends OfVisits {
  showing: Showing
  tabs: { href: string; text: string; current: boolean }[]
  visits: PageOf<ListedVisit>
  bySchool: PageOf<{ id: string; name: string; visits: ListedVisit[] }> | null
  /** Between two colleagues; shown to those alone. */
  ownSupporting: { href: string; text: string; day: string; cancelled: boolean }[]
  filter: { school: string }
  schools: Choice[]
  csv: string
  may: { offer: boolean; ask: boolean; plan: boolean }
}

export interface VisitFormPage extends OfVisits {
  address: string
  back: string
  form: FormState
  choices: VisitChoices
  /** Whether its days are entered here too. */
  isNew: boolean
  earliest: string
  answers: { id: string; title: string; about: string; by: string } | null
}

export interface AskFormPage extends OfVisits {
  address: string
  back: string
  form: FormState
  schools: Choice[]
}

export interface FarFormPage extends OfVisits {
  address: string
  back: string
  form: FormState
  isNew: boolean
  earliest: string
}

export interface PersonThere {
  bookingId: string
  name: string
  school: string | null
  people: number
  alongside: string
  state: 'asked' | 'booked' | 'waiting'
  isOwn: boolean
}

export interface ShownSlot {
  id: string
  when: string
  day: string
  lastDay: string
  starts: string
  ends: string
  places: number
  taken: number
  cancelled: boolean
  because: string | null
  isOver: boolean
  /** How many wait for a place. */
  waiting: number
  /** Only for those who host it, and for those who come. */
  people: PersonThere[] | null
  own: {
    id: string
    state: 'asked' | 'booked' | 'waiting' | 'declined'
    people: number
    says: string
  } | null
  may: { book: boolean; host: boolean; sayWhoCame: boolean; giveBack: boolean }
  whyNot: string | null
  held: boolean
}

export interface VisitPage extends OfOneVisit {
  school: { name: string; safeguarding: string; left: boolean } | null
  by: string
  /** Whether anybody is left who hosts it. */
  hostsLeft: boolean
  hosts: string[]
  invited: string[] | null
  forWhom: string
  slots: ShownSlot[]
  programme: ProgrammeLine[]
  links: ShownLink[]
  notes: ShownNote[]
  boxes: { box: string; label: string; notes: ShownNote[] }[]
  answers: ListedVisit[]
  answering: { href: string; text: string } | null
  account: { href: string; text: string } | null
  slotForm: FormState
  earliest: string
  /** As what this person writes notes; null where they do not. */
  writesAs: 'visitor' | 'host' | null
  may: { host: boolean; cancelForHosts: boolean; answer: boolean; close: boolean }
}

export interface BookingPage extends OfOneVisit {
  slot: { id: string; when: string; free: number; places: number }
  form: FormState
  schools: Choice[]
  needsYes: { school: string; who: string } | null
  isFull: boolean
}

export interface MovePage extends OfOneVisit {
  slot: { id: string; when: string; taken: number }
  form: FormState
  earliest: string
}

export interface CancellationPage extends OfOneVisit {
  heading: string
  what: string[]
  /** Who is booked in; null where nobody can be. */
  coming: string[] | null
  action: string
  button: string
  form: FormState
}

export interface SheetPage extends OfOneVisit {
  slot: ShownSlot
  school: { name: string; safeguarding: string } | null
  programme: ProgrammeLine[]
  coming: PersonThere[]
  number: number
}

export interface AttendancePage extends OfOneVisit {
  slot: { id: string; when: string }
  coming: PersonThere[]
  form: FormState
}

export interface VisitPeoplePage extends OfOneVisit {
  hosts: { id: string; name: string; removable: boolean }[]
  invited: { id: string; name: string }[]
  people: Choice[]
  form: FormState
}

export interface ReleasePage extends OfVisits {
  address: string
  release: Pick<VisitRelease, 'answer' | 'word'>
  asks: string
  facts: { key: string; value: string }[]
  visitHref: string | null
  form: FormState
}

export interface OwnNote {
  box: string
  label: string
  text: TextInPlace
  audience: NoteAudience
  hasWords: boolean
  pieces: { href: string; number: string; group: string; groupHref: string }[]
  /** The groups that do not have it yet. */
  groups: Choice[]
}

export interface NotesPage extends OfOneVisit {
  own: OwnNote[]
  later: OwnNote | null
  audiences: { value: NoteAudience; text: string }[]
  others: { box: string; label: string; notes: ShownNote[] }[]
  settle: boolean
  /** Who sees what becomes evidence, as it was chosen last. */
  evidenceFor: 'author' | 'group'
}

export interface AccountPage extends OfOneVisit {
  text: TextInPlace | null
  document: ShownDocument | null
  released: number
  shared: 'network' | 'report' | 'nobody'
  takeAway: boolean
  may: { write: boolean; share: boolean }
}

export interface SupportingFormPage extends OfVisits {
  address: string
  back: string
  form: FormState
  colleagues: Choice[] | null
  earliest: string
}

export interface SupportingPage extends OfVisits {
  address: string
  visit: { when: string; place: string; about: string; cancelled: boolean; agreed: boolean }
  two: string[]
  named: { id: string; name: string }[]
  together: TextInPlace | null
  togetherWords: string
  mine: TextInPlace
  releases: { name: string; says: string }[]
  colleagues: Choice[]
  form: FormState
  may: { change: boolean; agree: boolean; askHead: boolean }
}

declare module '../web/show.js' {
  interface Pages {
    'visits/index': VisitsPage
    'visits/edit': VisitFormPage
    'visits/ask': AskFormPage
    'visits/far': FarFormPage
    'visits/show': VisitPage
    'visits/booking': BookingPage
    'visits/move': MovePage
    'visits/cancellation': CancellationPage
    'visits/sheet': SheetPage
    'visits/attendance': AttendancePage
    'visits/people': VisitPeoplePage
    'visits/release': ReleasePage
    'visits/notes': NotesPage
    'visits/account': AccountPage
    'visits/supporting': SupportingPage
    'visits/supporting-edit': SupportingFormPage
  }
}
