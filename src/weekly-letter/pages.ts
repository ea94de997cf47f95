import type { LetterKind } from '../mail/wishes.js'
import type { FormState } from '../web/read.js'

export interface LettersPage {
  title: string
  form: FormState
  kinds: { letter: LetterKind; name: string; holds: string }[]
  weekdays: { value: string; text: string }[]
  email: string
  /** Whether letters leave this workbench at all. */
  leaves: boolean
  sentAt: string | null
  /** What the weekly letter would say now; null where there is nothing to say. */
  letter: { subject: string; text: string } | null
}

declare module '../web/show.js' {
  interface Pages {
    'weekly-letter/letters': LettersPage
  }
}
