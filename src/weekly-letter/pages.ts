import type { LetterSort } from '../mail/wishes.js'
import type { FormState } from '../web/read.js'

export interface LettersPage {
  title: string
  form: FormState
  /** The kinds of letters, under their headings. */
  kinds: { heading: string; sorts: LetterSort[] }[]
  weekdays: { value: string; text: string }[]
  email: string
  /** Whether letters leave this workbench at all. */
  leaves: boolean
  sentAt: string | null
  /** What the weekly letter would say now; null where there is nothing to say. */
  letter: { subject: string; text: string } | null
}

/** Reached from a letter, also by somebody who is not signed in. */
export interface LettersOffPage {
  title: string
  /** The kind that is stopped. */
  name: string
  holds: string
  address: string
  stopped: boolean
}

declare module '../web/show.js' {
  interface Pages {
    'weekly-letter/letters': LettersPage
    'weekly-letter/off': LettersOffPage
  }
}
