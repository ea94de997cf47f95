import type { ReadableText } from '../../evidence/tables.js'
import type { Stretch } from '../../evidence/readable-texts/laying-out.js'
import type { FormState } from '../../web/read.js'
import type { CodeInBook } from '../codebook/book.js'
import type { Choice, OfAGroup } from '../pages.js'
import type { StepsShown } from '../undoing/pages.js'
import type { Run } from './marking-up.js'

/** A line of "Codings of this text": a code or a memo, and the words that carry it. */
export interface ListedCoding {
  id: string
  passageId: string
  startsAt: number
  words: string
  by: string
  at: string
  code: CodeInBook | null
  memo: string | null
}

export interface CodedText {
  id: string
  name: string
  source: ReadableText['source']
  /** Its pages, or the lines of a transcript, each with the runs in it. */
  stretches: (Stretch & { runs: Run[] })[]
  sentences: { startsAt: number; endsAt: number; text: string }[]
  listed: ListedCoding[]
}

export interface CodingPage extends OfAGroup {
  number: string
  heading: string
  pieceHref: string
  address: string
  texts: CodedText[]
  /** The recordings whose transcripts are coded. */
  players: { id: string; name: string; address: string; kind: 'sound' | 'film' }[]
  codes: Choice[]
  /** The codes as the panel offers them. */
  known: Pick<CodeInBook, 'id' | 'name' | 'mark' | 'colour' | 'path' | 'description'>[]
  /** Who else has it open. */
  others: string[]
  isDraft: boolean
  lost: number
  reading: { number: number; href: string; done: boolean } | null
  steps: StepsShown
  form: FormState
  may: { code: boolean; newCode: boolean }
}

declare module '../../web/show.js' {
  interface Pages {
    'coding/text': CodingPage
  }
}
