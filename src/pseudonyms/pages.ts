import type { EnquiryHead } from '../enquiries/head.js'
import type { PseudonymKind } from '../names/tables.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'

export interface PseudonymsPage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  address: string
  chosen: { id: string; kind: PseudonymKind; name: string; also: string; pseudonym: string }[]
  /** About whose names nobody has decided, though a school goes by a pseudonym; each with one to begin with. */
  undecided: { kind: PseudonymKind; school: string; name: string; pseudonym: string }[]
  form: FormState
  kinds: { value: string; text: string; hint: string }[]
  schools: { value: string; text: string }[]
  /** Facilitators read the pseudonyms too. */
  facilitators: boolean
  may: { choose: boolean }
}

declare module '../web/show.js' {
  interface Pages {
    'pseudonyms/pseudonyms': PseudonymsPage
  }
}
