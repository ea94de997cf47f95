import type { CycleToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { Thread } from '../enquiries/comments/thread-shown.js'
import type { Choosing, NarrowingField } from '../evidence/choosing/pieces-to-choose.js'
import type { PieceCard } from '../evidence/listing/cards.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { ActionInView, AtSchool } from './actions.js'
import type { NotShared } from '../instruments/measures/not-shared.js'
import type { Measured } from './measuring/measures.js'
import type { Action } from './tables.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface ActionsIndexPage extends OfAGroup {
  page: PageOf<ActionInView>
  fields: NarrowingField[]
  /** Removed actions that this member may bring back. */
  removed: Action[]
  inside: boolean
  may: { agree: boolean }
  csv: string
  all: string
  evaluation: string
  cycles: CycleToChoose[]
  kept: Record<string, string>
}

/** Agreeing an action, or revising it: the same words. */
export interface ActionFormPage extends OfAGroup {
  form: FormState
  schools: { value: string; text: string }[]
  /** The action that is revised; null when it is new. */
  action: { label: string; href: string } | null
  theirs: Action | null
}

export interface ActionPage extends OfAGroup {
  action: ActionInView
  steps: string[]
  pieces: { id: string; card: PieceCard }[]
  /** Measures by school, in the order of the alphabet. */
  measures: { school: string; values: Measured[] }[]
  /** Why some of them are held back; empty where none is. */
  whyHeldBack: string
  notShared: NotShared[]
  /** What later rooms show beside it. */
  beside: { view: string; given: Record<string, unknown> }[]
  inside: boolean
  may: { change: boolean; share: boolean }
  evaluation: string
  thread: Thread
}

export interface AtSchoolPage extends OfAGroup {
  action: { label: string; href: string; action: string; expectedEffect: string }
  school: { id: string; name: string }
  form: FormState
  /** What somebody else wrote on the card meanwhile. */
  theirs: AtSchool | null
  /** Nothing stands on the card yet, so the school can be taken off. */
  mayTakeOff: boolean
}

/** How it went in all schools of an action, each with two fields and the version that they are written upon. */
export interface InEverySchoolPage extends OfAGroup {
  action: AtSchoolPage['action']
  schools: { id: string; name: string }[]
  form: FormState
  /** Cards on which somebody else wrote meanwhile. */
  theirs: AtSchool[]
}

export interface MeasurePage extends OfAGroup {
  action: { label: string; href: string; action: string }
  form: FormState
  schools: { value: string; text: string }[]
  /** What was measured before, to choose from. */
  known: string[]
}

export interface LinkToActionPage extends OfAGroup {
  action: { id: string; label: string; href: string; action: string }
  choosing: Choosing
}

export interface ConfirmActionPage {
  title: string
  breadcrumbs: Crumb[]
  /** As views/shared/_confirm.ejs takes it. */
  confirm: object
}

declare module '../web/show.js' {
  interface Pages {
    'actions/index': ActionsIndexPage
    'actions/form': ActionFormPage
    'actions/action': ActionPage
    'actions/school': AtSchoolPage
    'actions/every-school': InEverySchoolPage
    'actions/measure': MeasurePage
    'actions/link': LinkToActionPage
    'actions/confirm': ConfirmActionPage
  }
}
