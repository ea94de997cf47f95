import type { FormState } from '../../web/read.js'
import type { OnePage } from '../pages.js'
import type { WhatIsRead } from '../../files/reading/what-is-read.js'
import type { LaidText } from './laying-out.js'

/** How far the text or transcript of a file has come, and where it is read and written. */
export interface TextOfFile {
  state: 'waiting' | 'there' | 'none'
  /** Said where there is none, or only a beginning. */
  sentence: string
  /** Where it is read; null as long as there is none. */
  address: string | null
  /** Where it is typed or changed, for whoever may; else null. */
  writeAt: string | null
  /** A transcript, as it stands beside its sound or film. */
  transcript?: { laid: LaidText; captions: string | null }
}

export interface ReadingTextPage extends OnePage {
  number: string
  heading: string
  /** The file that the text is of; null for what was seen. */
  file: { name: string; address: string; kind: string } | null
  text: LaidText
  captions: string | null
  /** Said above the text: that it is not the newest, or only a beginning. */
  notes: string[]
  writeAt: string | null
  /** How files of its kind are read; empty for what somebody typed. */
  read: WhatIsRead[]
  /** What was left out of this very file, in a line; or empty. */
  leftOut: string
  earlier: { version: number; sentence: string; address: string }[]
  back: string
}

export interface WritingTextPage extends OnePage {
  number: string
  heading: string
  /** What the text is of: what is said in a sound or film, or what stands in a document. */
  source: 'transcript' | 'document'
  file: { name: string; address: string; kind: string }
  form: FormState
  read: WhatIsRead[]
  address: string
  back: string
  /** What somebody else saved meanwhile. */
  theirs: { words: string; by: string } | null
}

declare module '../../web/show.js' {
  interface Pages {
    'evidence/text': ReadingTextPage
    'evidence/write-text': WritingTextPage
  }
}
