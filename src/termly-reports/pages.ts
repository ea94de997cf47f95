import type { PictureInSizes } from '../files/pictures/sizes.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { ReportFinding } from './publishing/hindrances.js'
import type { NetworkHead } from '../networks/head.js'
import type { Network, Term } from '../networks/tables.js'
import type { TextInPlace } from '../texts/pages.js'
import type { FormState } from '../web/read.js'
import type { Edition, Submission } from '../publishing/tables.js'
import type { ReportPart } from './arranging/parts.js'
import type { GroupInTerm } from './short-reports/groups-in-term.js'
import type { ShortReportInView } from './short-reports/short-reports.js'
import type { ReportPromise, ReportSight, ReportState } from './tables.js'

export interface GroupReportsPage {
  title: string
  head: EnquiryHead
  groupId: string
  terms: (Term & { sentAt: string | null; now: boolean; readable: boolean })[]
}

export interface GroupReportPage {
  title: string
  head: EnquiryHead
  groupId: string
  term: Term
  report: ShortReportInView
  /** Whether what is sent or changed now is in the network’s report. */
  goes: string
  texts: TextInPlace[]
  /** Words in it that may name a pupil, for those in the group. */
  names: { words: string; fix: null }[]
  namesAddress: string
  form: FormState
  may: { write: boolean; send: boolean }
}

export interface ReportsPage {
  title: string
  head: NetworkHead
  network: Network
  terms: { term: Term; state: ReportState; address: string | null; slug: string | null }[]
  may: { compose: boolean }
}

export interface ReportPage {
  title: string
  head: NetworkHead
  network: Network
  term: Term
  state: ReportState
  groups: GroupToArrange[]
  parts: PartInView[]
  themes: TextInPlace[]
  /** What the report of the term before promised. */
  promised: ReportPromise[]
  promises: ReportPromise[]
  outcomes: readonly { outcome: string; said: string }[]
  before: string | null
  sights: ReportSight[]
  /** Safe HTML of the report as it is now. */
  html: string
  findings: ReportFinding[]
  submission: (Submission & { by: string }) | null
  /** Which reports came after it was submitted; and that the term goes on. Empty where neither is so. */
  late: string
  goesOn: string
  /** Who can be the second person to what the reader, or whoever submitted it, submits; nobody where it is empty. */
  second: string
  /** Where those who lead the network invite a second person. */
  secondInvited: string
  returned: (Submission & { by: string }) | null
  editions: Edition[]
  slug: string | null
  form: FormState
  may: { compose: boolean; submit: boolean; approve: boolean; takeBack: boolean; withdraw: boolean }
}

/** A group of the term as its place in the report is arranged. */
export interface GroupToArrange extends GroupInTerm {
  mayNudge: boolean
  /** The picture beside its words, where there is one. */
  beside: { alt: string; picture: PictureInSizes } | null
}

/** A part as it is arranged. */
export interface PartInView extends ReportPart {
  /** What leaders write stands open; elsewhere it can be added. */
  written: boolean
  text: TextInPlace
  /** Without its picture where it may not go out any more. */
  pictures: { id: string; alt: string; caption: string; picture: PictureInSizes | null }[]
}

export interface ReportPicturesPage {
  title: string
  head: NetworkHead
  network: Network
  term: Term
  part: ReportPart
  all: boolean
  pictures: {
    file: string
    picture: PictureInSizes
    number: string
    title: string
    group: string
    alt: string
    chosen: boolean
    /** The form as it was sent, where it was this one. */
    form: FormState
  }[]
  form: FormState
}

export interface ReportPreviewPage {
  title: string
  head: NetworkHead
  network: Network
  term: Term
  /** Safe HTML of the whole report. */
  html: string
  titlePage: { heading: string; subtitle?: string; lines: string[] }
  submission: (Submission & { by: string }) | null
  /** Which reports came after it was submitted; and that the term goes on. Empty where neither is so. */
  late: string
  goesOn: string
  findings: ReportFinding[]
  form: FormState
  may: { approve: boolean; return: boolean; takeBack: boolean }
}

export interface ReportWithdrawalPage {
  title: string
  head: NetworkHead
  network: Network
  term: Term
  form: FormState
}

declare module '../web/show.js' {
  interface Pages {
    'termly-reports/group-index': GroupReportsPage
    'termly-reports/group-report': GroupReportPage
    'termly-reports/index': ReportsPage
    'termly-reports/show': ReportPage
    'termly-reports/pictures': ReportPicturesPage
    'termly-reports/preview': ReportPreviewPage
    'termly-reports/withdrawal': ReportWithdrawalPage
  }
}
