import type { ChartOnPage } from '../charts/draw.js'
import type { Citations } from '../documents/citations.js'
import type { CycleToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { Thread } from '../enquiries/comments/thread-shown.js'
import type { Choosing, NarrowingField, PieceToChoose } from '../evidence/choosing/pieces-to-choose.js'
import type { PieceCard } from '../evidence/listing/cards.js'
import type { CiteKeys } from '../knowledge/citing/cite-keys.js'
import type { FormState } from '../web/read.js'
import type { PageOf } from '../web/page-of.js'
import type { Crumb } from '../web/show.js'
import type { CarriedFrom, ClaimInView } from './claims.js'
import type { Quotation } from './linking/quotations.js'
import type { Step } from './revising/history.js'
import type { ClaimMap } from './map/mapping.js'
import type { ClaimsOnMap } from './map/map-as-list.js'
import type { Revision } from './revising/revising.js'
import type { Bearing } from './tables.js'
import type { ClaimChoice, TextWithUses, UsedWords } from './linking/using-words.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface ClaimsIndexPage extends OfAGroup {
  page: PageOf<ClaimInView>
  fields: NarrowingField[]
  /** Retired claims, on the last page. */
  retired: ClaimInView[]
  /** Whether the reader sees all of the group's evidence, so that what is missing is really missing. */
  inside: boolean
  may: { make: boolean }
  csv: string
  all: string
  map: string
  cycles: CycleToChoose[]
  kept: Record<string, string>
  citations: Citations | undefined
}

export interface NewClaimPage extends OfAGroup {
  form: FormState
  sure: { value: string; text: string }[]
  /** The piece that the claim begins with. */
  piece: PieceCard | null
  bearing: string
  /** The words of the piece that it begins with, and their place; null for the whole piece. */
  words: { quoted: string; text: string; startsAt: number; endsAt: number } | null
  /** The group's newest pieces, to be ticked on either side, and how many of them stand there at most. */
  pieces: { value: string; text: string }[]
  mostPieces: number
  cites: CiteKeys
}

/** One side of a claim: its pieces as cards, each with why it bears. */
export interface Side {
  bearing: Bearing
  pieces: { id: string; card: PieceCard; note: string; whole: boolean; quotations: Quotation[] }[]
}

/** Where the evidence of a claim comes from, told in one way: a table, and a small picture beside it. */
export interface CoverageTable {
  /** `School` */
  by: string
  rows: { name: string; for: number; against: number }[]
  chart: ChartOnPage
}

export interface ClaimPage extends OfAGroup {
  claim: ClaimInView
  sides: Side[]
  history: Step[]
  /** Where the claim stands on the map of them all. */
  mapHref: string
  coverage: CoverageTable[]
  citations: Citations | undefined
  carriedFrom: CarriedFrom | null
  /** What later rooms show. */
  beside: { view: string; given: object }[]
  retiredByName: string
  inside: boolean
  may: { revise: boolean; share: boolean; recommend: boolean; bringBack: boolean }
  thread: Thread
}

export interface LinkToClaimPage extends OfAGroup {
  claim: ClaimInView
  /** `quoted` says how many passages of the piece bear on the claim, `claim` its id. */
  choosing: Choosing<PieceToChoose & { claim: string; note: string; quoted: number }>
  back: string
}

export interface ReviseClaimPage extends OfAGroup {
  claim: ClaimInView
  form: FormState
  sure: { value: string; text: string }[]
  /** What somebody else made of the claim meanwhile. */
  theirs: Revision | null
  cites: CiteKeys
}

/** The words of a piece, and what claims make of them. */
export interface WordsForClaimsPage extends OfAGroup {
  number: string
  heading: string
  pieceHref: string
  address: string
  texts: TextWithUses[]
  /** Passages whose words are not in the piece any more. */
  lost: UsedWords[]
  claims: ClaimChoice[]
  /** The claim from whose page somebody came. */
  forClaim: ClaimChoice | null
  form: FormState
  may: { use: boolean }
}

export interface ClaimMapPage extends OfAGroup {
  fields: NarrowingField[]
  list: ClaimsOnMap
  /** Null when there is nothing to draw. */
  map: { wide: ClaimMap; narrow: ClaimMap } | null
  inside: boolean
  address: string
  claims: string
}

export interface ConfirmClaimPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  /** As views/shared/_confirm.ejs takes it. */
  confirm: object
}

declare module '../web/show.js' {
  interface Pages {
    'claims/index': ClaimsIndexPage
    'claims/new': NewClaimPage
    'claims/claim': ClaimPage
    'claims/link': LinkToClaimPage
    'claims/revise': ReviseClaimPage
    'claims/words': WordsForClaimsPage
    'claims/map': ClaimMapPage
    'claims/confirm': ConfirmClaimPage
  }
}
