import type { EnquiryHead } from '../enquiries/head.js'
import type { Choice } from '../evidence/pages.js'
import type { NetworkHead } from '../networks/head.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'

export interface CopiesPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  form: FormState
  audiences: Choice[]
  forms: Choice[]
  /** How many pieces a copy for the group would hold. */
  pieces: number
  address: string
  taken: { href: string; what: string; by: string; at: string; forWhom: string; pieces: number }[]
}

export interface CopyPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  groupName: string
  what: string
  forWhom: string
  by: string
  at: string
  /** `12 pieces of evidence` */
  holds: string
  left: { number: string; because: string }[]
  download: string
  fileName: string
  back: string
  /** Why there is nothing to fetch. */
  nothing: string | null
}

export interface NetworkCopyPage {
  title: string
  head: NetworkHead
  address: string
  lists: { name: string; title: string }[]
}

declare module '../web/show.js' {
  interface Pages {
    'copies/index': CopiesPage
    'copies/copy': CopyPage
    'copies/network': NetworkCopyPage
  }
}
