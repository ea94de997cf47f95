import type { FormState } from '../../web/read.js'
import type { OfAGroup } from '../pages.js'

export interface MemoPage extends OfAGroup {
  form: FormState
  address: string
  back: string
  about: string
  theirs: { words: string; by: string; at: string } | null
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/memo': MemoPage
  }
}
