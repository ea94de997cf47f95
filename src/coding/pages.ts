import type { EnquiryHead } from '../enquiries/head.js'
import type { Crumb } from '../web/show.js'

export interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface Choice {
  value: string
  text: string
}

declare module '../web/show.js' {
  interface Pages {
    'coding/confirm': { title: string; breadcrumbs: Crumb[]; confirm: object }
  }
}
