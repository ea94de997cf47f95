import type { EnquiryHead } from '../enquiries/head.js'
import type { NetworkHead } from '../networks/head.js'
import type { PageMeta } from '../web/showing/page-meta.js'
import type { FormState } from '../web/read.js'
import type { ShownDocument } from '../publishing/taking-away/shown-document.js'

export interface DossierPage {
  title: string
  head: EnquiryHead | NetworkHead
  address: string
  school: string
  document: ShownDocument
  /** Given once, right after it was made. */
  link: string | null
  /** For the lead learner: which of the recommendations governors may read. */
  governors: { called: string; href: string; released: boolean }[]
  links: { id: string; madeAt: string; endsAt: string; madeByName: string }[]
  form: FormState
  may: { link: boolean }
}

/** What somebody with a link reads: the document, and nothing of the workbench. */
export interface DossierByLinkPage {
  title: string
  meta: PageMeta
  document: ShownDocument
  pdf: string
  endsAt: string
}

declare module '../web/show.js' {
  interface Pages {
    'dossiers/show': DossierPage
    'dossiers/by-link': DossierByLinkPage
  }
}
