import type { PictureInSizes } from '../files/pictures/sizes.js'
import type { Citations } from '../documents/citations.js'
import type { CycleToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { Choosing } from '../evidence/choosing/pieces-to-choose.js'
import type { NetworkHead } from '../networks/head.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { RecommendationLine } from './listing/lines.js'
import type { ToSchool } from './of-school/recommended-to-school.js'
import type { InPlace, RecommendationWithResponses, ResponseOf } from './recommendations.js'
import type { FileShows, ResponseAnswer } from './tables.js'

export interface RecommendationsPage {
  title: string
  head: EnquiryHead
  groupId: string
  page: PageOf<RecommendationLine>
  cycles: CycleToChoose[]
  csv: string
  dossiers: DossierOffered[]
  may: { draft: boolean }
}

/** A school’s dossier: all that was recommended to it, to be read or handed over. */
export interface DossierOffered {
  name: string
  href: string
}

export interface RecommendationEditPage {
  title: string
  head: EnquiryHead
  groupId: string
  recommendation: RecommendationWithResponses | null
  /** What a new one is begun from, and the fields that say so. */
  beginning: { label: string; href: string; claim: string; effect: string } | null
  form: FormState
  /** The pieces that it leans on, or that were taken along. */
  pieces: Choice[]
  schools: Choice[]
}

/** Evidence is chosen for a draft. */
export interface ChooseEvidencePage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  recommendation: RecommendationWithResponses
  choosing: Choosing
}

export interface RecommendationPage {
  title: string
  breadcrumbs: Crumb[]
  /** The works that its reasons cite. */
  citations: Citations | undefined
  /** The group's head for those who see the group; otherwise the page stands alone. */
  head: EnquiryHead | null
  from: { groupName: string; question: string; href: string | null }
  recommendation: RecommendationWithResponses
  /** The claim or the effect that it was begun from, where the reader may read it. */
  begunFrom: { label: string; href: string } | null
  pieces: { id: string; number: string; title: string; href: string }[]
  inPlace: InPlace[]
  /** What later rooms show. */
  beside: { view: string; given: object }[]
  responses: (ResponseOf & {
    files: ResponseFileShown[]
    slips: ResponseFileShown[]
    /** `Accepted with changes`, and `Trying it`. */
    said: string
    stands: string
    /** Who answered; or who entered it from paper, and when. */
    by: string
    isOnPaperOnly: boolean
    earlier: (ResponseAnswer & { said: string })[]
    /** The dossier to hand over, where the school has no head here and this person may hand it over. */
    dossier: string | null
    may: { answer: boolean; follow: boolean; confirm: boolean; enter: boolean }
  })[]
  may: { revise: boolean; send: boolean; withdraw: boolean; release: boolean }
}

export interface ResponseFileShown {
  id: string
  name: string
  kind: string
  alt: string
  shows: FileShows
  address: string
  picture: PictureInSizes | null
}

export interface SendingPage {
  title: string
  head: EnquiryHead
  recommendation: RecommendationWithResponses
  /** Words in it that may name a pupil, and nobody has said yet that they do not. */
  names: { words: string; fix: null }[]
  form: FormState
  schools: Choice[]
  /** Those among them that have no head here, and how they can get it all the same. */
  withoutHead: { id: string; name: string }[]
  ways: Choice[]
}

interface Choice {
  value: string
  text: string
  hint?: string
}

export interface AnswerPage {
  title: string
  citations: Citations | undefined
  from: { groupName: string; question: string }
  recommendation: RecommendationWithResponses
  response: ResponseOf
  choices: { answers: Choice[]; adoptions: Choice[] }
  /** By whom and when it was entered from paper; empty unless a head has still to confirm it. */
  entered: string
  /** What was answered so far: `Accepted with changes`. */
  said: string
  form: FormState
  /** What somebody else answered for the school meanwhile, when that is so. */
  theirs: (ResponseOf & { said: string; by: string }) | null
}

export interface WithdrawalPage {
  title: string
  head: EnquiryHead
  recommendation: RecommendationWithResponses
  /** Editions in which it may still stand. */
  published: string[]
  form: FormState
}

export interface NetworkRecommendationsPage {
  title: string
  head: NetworkHead
  networkId: string
  /** What was recommended to the schools in which the reader works. */
  own: {
    heading: string
    parts: { heading: string; lines: ToSchool[] }[]
    severalSchools: boolean
    all: { href: string; text: string }[]
  } | null
  /** Leaders of the network see every school beside each recommendation; everybody else a list. */
  isLeader: boolean
  recommendations: PageOf<{
    line: RecommendationLine
    groupName: string
    /** One for each school, in their order; null where it was not sent. */
    cells: ({ said: string; quiet: string[] } | null)[]
  }>
  /** The reader's own first, the others in alphabetical order. */
  schools: { id: string; name: string }[]
  dossiers: DossierOffered[]
  filter: { answer: string; school: string }
  choices: { schools: Choice[]; answers: Choice[] }
}

export interface SchoolRecommendationsPage {
  title: string
  breadcrumbs: Crumb[]
  head: NetworkHead
  school: { id: string; name: string }
  page: PageOf<ToSchool>
  parts: { heading: string; lines: ToSchool[] }[]
}

declare module '../web/show.js' {
  interface Pages {
    'recommendations/index': RecommendationsPage
    'recommendations/edit': RecommendationEditPage
    'recommendations/evidence': ChooseEvidencePage
    'recommendations/show': RecommendationPage
    'recommendations/sending': SendingPage
    'recommendations/answer': AnswerPage
    'recommendations/adoption': AnswerPage
    'recommendations/slip': AnswerPage
    'recommendations/withdrawal': WithdrawalPage
    'recommendations/network': NetworkRecommendationsPage
    'recommendations/school': SchoolRecommendationsPage
  }
}
