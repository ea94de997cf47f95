import type { EnquiryHead } from '../enquiries/head.js'
import type { Thread } from '../enquiries/thread.js'
import type { PieceCard } from '../evidence/cards.js'
import type { FormState } from '../web/read.js'
import type { PageOf } from '../web/page-of.js'
import type { Crumb } from '../web/show.js'
import type { ClaimInView } from './claims.js'
import type { Picking } from './picking.js'
import type { Revision } from './revising.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface ClaimsIndexPage extends OfAGroup {
  page: PageOf<ClaimInView>
  fields: Picking['fields']
  /** Retired claims, on the last page. */
  retired: ClaimInView[]
  /** Whether the reader sees all of the group's evidence, so that what is missing is really missing. */
  inside: boolean
  may: { make: boolean }
  csv: string
  all: string
}

export interface NewClaimPage extends OfAGroup {
  form: FormState
  sure: { value: string; text: string }[]
  /** The piece that the claim begins with. */
  piece: PieceCard | null
  bearing: string
}

/** One side of a claim: its pieces as cards, each with why it bears. */
export interface Side {
  bearing: 'for' | 'against'
  pieces: { id: string; card: PieceCard; note: string }[]
}

export interface ClaimPage extends OfAGroup {
  claim: ClaimInView
  sides: Side[]
  revisions: Revision[]
  carriedFrom: { label: string; href: string; cycle: number } | null
  retiredByName: string
  inside: boolean
  may: { revise: boolean; share: boolean; bringBack: boolean }
  thread: Thread
}

export interface LinkToClaimPage extends OfAGroup {
  claim: ClaimInView
  picking: Picking
  pieces: { id: string; card: PieceCard; bearing: string; note: string }[]
  back: string
}

export interface ReviseClaimPage extends OfAGroup {
  claim: ClaimInView
  form: FormState
  sure: { value: string; text: string }[]
  /** What somebody else made of the claim meanwhile. */
  theirs: (Revision & { whatWouldChange: string }) | null
}

export interface ConfirmClaimPage {
  title: string
  breadcrumbs: Crumb[]
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
    'claims/confirm': ConfirmClaimPage
  }
}
