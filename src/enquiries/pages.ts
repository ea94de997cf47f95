import type { InGroup } from '../groups/people.js'
import type { Crumb } from '../web/show.js'
import type { EnquiryHead } from './head.js'
import type { ShownPart } from './stage-parts.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

export interface GroupHomePage extends OfAGroup {
  why: string
  theme: string | null
  people: InGroup[]
  schools: { id: string; name: string }[]
  /** The one next step, for those who can take it. */
  next: { text: string; href: string; action: string } | null
  waiting: { text: string; href: string; action: string }[]
  parts: ShownPart[]
  cycles: { cycle: number; question: string; finishedAt: string; href: string }[]
  latest: { at: string; name: string; did: string; because: string | null }[]
  joinLink: string | null
  links: { href: string; text: string }[]
}

declare module '../web/show.js' {
  interface Pages {
    'enquiries/home': GroupHomePage
  }
}
