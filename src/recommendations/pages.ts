import type { Citations } from '../documents/citations.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { NetworkHead } from '../networks/head.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { ResponseOf, FoundRecommendation, RecommendationWithResponses } from './recommendations.js'
import type { ResponseAnswer } from './tables.js'

export interface RecommendationsPage {
  title: string
  head: EnquiryHead
  groupId: string
  recommendations: FoundRecommendation[]
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
  form: FormState
  pieces: { id: string; number: string; title: string }[]
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
  pieces: { id: string; number: string; title: string; href: string }[]
  responses: (ResponseOf & {
    files: ResponseFileShown[]
    earlier: ResponseAnswer[]
    may: { answer: boolean; follow: boolean }
  })[]
  may: { revise: boolean; send: boolean; withdraw: boolean; release: boolean }
}

export interface ResponseFileShown {
  id: string
  name: string
  kind: string
  alt: string
  address: string
  thumbnail: string | null
}

export interface SendingPage {
  title: string
  head: EnquiryHead
  recommendation: RecommendationWithResponses
  /** Words in it that may name a pupil, and nobody has said yet that they do not. */
  names: { words: string; fix: null }[]
  form: FormState
  schools: { value: string; text: string; hint?: string }[]
}

export interface AnswerPage {
  title: string
  citations: Citations | undefined
  from: { groupName: string; question: string }
  recommendation: RecommendationWithResponses
  response: ResponseOf
  form: FormState
  /** What somebody else answered for the school meanwhile, when that is so. */
  theirs: ResponseOf | null
}

export interface WithdrawalPage {
  title: string
  head: EnquiryHead
  recommendation: RecommendationWithResponses
  form: FormState
}

export interface NetworkRecommendationsPage {
  title: string
  head: NetworkHead
  networkId: string
  recommendations: PageOf<FoundRecommendation & { groupName: string }>
  schools: { id: string; name: string }[]
  dossiers: DossierOffered[]
  filter: { answer: string; school: string }
  choices: { schools: { value: string; text: string }[] }
}

declare module '../web/show.js' {
  interface Pages {
    'recommendations/index': RecommendationsPage
    'recommendations/edit': RecommendationEditPage
    'recommendations/show': RecommendationPage
    'recommendations/sending': SendingPage
    'recommendations/answer': AnswerPage
    'recommendations/adoption': AnswerPage
    'recommendations/withdrawal': WithdrawalPage
    'recommendations/network': NetworkRecommendationsPage
  }
}
