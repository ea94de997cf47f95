import type { WhatIsRead } from '../files/reading/what-is-read.js'
import type { EnquiryHead } from '../enquiries/head.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { Preview } from './importing/importing.js'
import type { Said } from './references/references.js'
import type { ShownReference } from './references/shown-reference.js'

interface OfAGroup {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
}

interface Option {
  value: string
  text: string
}

export interface KnowledgeIndexPage extends OfAGroup {
  page: PageOf<ShownReference>
  fields: { name: string; label: string; value: string; options?: Option[] }[]
  address: string
  /** `?cycle=1` on the list of an earlier cycle, whose readers may not be those of the newest. */
  ofCycle: string
  all: string
  /** How many works the group has; the page may show fewer. */
  total: number
  elsewhere: { id: string; html: string; groupName: string }[]
  stances: Option[]
  /** Works of this page of which nothing is said in this cycle, for whoever may say it. */
  unsaid: ShownReference[]
  form: FormState
  may: { keep: boolean; say: boolean }
}

export interface ReferenceFormPage extends OfAGroup {
  form: FormState
  kinds: Option[]
  address: string
  back: string
  /** Given where a reference is revised. */
  revising: { key: string } | null
}

export interface ReferencePage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead | null
  reference: ShownReference
  addedBy: string
  addedAt: string
  removed: { at: string; by: string; because: string } | null
  said: (Said & { here: boolean })[]
  stances: Option[]
  form: FormState
  /** The sentence that is being mended. */
  mending: string
  may: { keep: boolean; say: boolean; bringBack: boolean }
}

export interface ImportPage extends OfAGroup {
  form: FormState
  mistakes: string[]
  read: WhatIsRead[]
  address: string
  back: string
}

export interface ImportPreviewPage extends OfAGroup {
  preview: Preview
  fresh: { place: number; html: string; key: string }[]
  known: { place: number; html: string; href: string | null; why: string }[]
  address: string
  back: string
}

/** Something published and what it does, where its form needs mending. */
export interface SourcePage extends OfAGroup {
  form: FormState
  stances: Option[]
  references: Option[]
  address: string
  back: string
}

export interface ConfirmReferencePage {
  title: string
  breadcrumbs: Crumb[]
  head: EnquiryHead
  /** As views/shared/_confirm.ejs takes it. */
  confirm: object
}

declare module '../web/show.js' {
  interface Pages {
    'knowledge/index': KnowledgeIndexPage
    'knowledge/form': ReferenceFormPage
    'knowledge/reference': ReferencePage
    'knowledge/import': ImportPage
    'knowledge/preview': ImportPreviewPage
    'knowledge/source': SourcePage
    'knowledge/confirm': ConfirmReferencePage
  }
}
