import type { PictureInSizes } from '../../files/pictures/sizes.js'
import type { WhatIsRead } from '../../files/reading/what-is-read.js'
import type { FormState } from '../../web/read.js'
import type { OnePage } from '../pages.js'
import type { TextOfFile } from '../readable-texts/pages.js'

export interface ShownFile {
  id: string
  name: string
  address: string
  bytes: number
  alt: string
  /** The first lines of a text, or the first rows of a table. */
  lines?: string
  rows?: string[][]
  goesOn?: boolean
  text?: TextOfFile
  /** Other pieces that hold the same file. */
  same?: { number: string; address: string }[]
}

export interface ShownPicture extends ShownFile {
  picture: PictureInSizes
}

export interface FilesPage extends OnePage {
  number: string
  address: string
  back: string
  form: FormState
  files: (ShownFile & { picture: PictureInSizes | null; form: FormState })[]
  accept: string
  most: number
  /** What becomes of files of these kinds as they come in. */
  read: WhatIsRead[]
  may: { attach: boolean; describe: boolean }
}

/** A file with what it was before, for whoever keeps the piece. */
export interface VersionsPage extends OnePage {
  number: string
  name: string
  current: string
  version: number
  sentence: string
  address: string
  back: string
  form: FormState
  accept: string
  earlier: {
    version: number
    name: string
    bytes: number
    sentence: string
    keptBecause: string | null
    address: string
  }[]
}

export interface CoveringPage extends OnePage {
  number: string
  picture: PictureInSizes & { alt: string }
  version: number
  address: string
  back: string
  form: FormState
  most: number
  /** Where consent is recorded first, as long as the picture could not be kept uncovered; else null. */
  consent: string | null
  /** Other pieces that hold the same picture, which stay as they are. */
  twins: { number: string; address: string }[]
}

declare module '../../web/show.js' {
  interface Pages {
    'evidence/files': FilesPage
    'evidence/versions': VersionsPage
    'evidence/cover': CoveringPage
  }
}
