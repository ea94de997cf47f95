import type { EnquiryHead } from '../enquiries/head.js'
import type { Thread } from '../enquiries/comments/thread.js'
import type { NetworkHead } from '../networks/head.js'
import type { Stage } from '../stages.js'
import type { PageOf } from '../web/page-of.js'
import type { FormState } from '../web/read.js'
import type { Crumb } from '../web/show.js'
import type { PieceCard } from './listing/cards.js'
import type { LaidText } from './texts/laying-out.js'

export interface OnePage {
  title: string
  breadcrumbs: Crumb[]
}

export interface Choice {
  value: string
  text: string
  hint?: string
}

export interface EvidenceIndexPage extends OnePage {
  head: EnquiryHead
  page: PageOf<PieceCard>
  filters: { name: string; label: string; value: string; options?: Choice[]; type?: string }[]
  isFiltered: boolean
  /** Where the same list is a file. */
  csv: string
  /** Where the group takes a copy of it with its files; for the group itself. */
  copies: string | null
  address: string
  may: { log: boolean }
}

/** What the logging form and the box on Your day both need. */
export interface LoggingFields {
  form: FormState
  capture: string
  /** Endings that may come in, for the file fields. */
  accept: string
  most: number
}

export interface NewEvidencePage extends OnePage, LoggingFields {
  groupId: string
  groupName: string
  address: string
  back: string
  kinds: Choice[]
  stages: Choice[]
  schools: Choice[]
  audiences: Choice[]
  safeguarding: string | null
  latest: string
}

export interface EvidencePage extends OnePage {
  piece: PieceShown
  address: string
  groupAddress: string | null
  consent: { sentence: string; agreed: boolean }
  /** Why it stays in the group although it was shared more widely. */
  heldBack: string | null
  /** Words in it that look like a pupil's name; `fix` is a press away for whoever may revise it. */
  names: { words: string; fix: { address: string; instead: string } | null }[]
  /** The code that was just written in place of a name, as long as that can be undone. */
  undo: string | null
  parts: { view: string; data: object }[]
  /** What the group and its visitors say about it; null for a draft, and for readers who are far away. */
  thread: Thread | null
  may: {
    revise: boolean
    attach: boolean
    share: boolean
    narrow: boolean
    withdraw: boolean
    remove: boolean
    describe: boolean
    consent: boolean
    refuse: boolean
    flag: boolean
    clear: boolean
  }
}

export interface PieceShown {
  number: string
  title: string
  words: string
  kind: string
  stage: Stage
  stageName: string
  groupName: string
  author: string
  schools: string
  gatheredOn: string
  loggedAt: string
  revisedAt: string | null
  audience: string
  isDraft: boolean
  pictures: ShownPicture[]
  sounds: ShownFile[]
  films: ShownFile[]
  documents: ShownFile[]
}

export interface ShownFile {
  id: string
  name: string
  address: string
  bytes: number
  alt: string
  /** The first lines of a text, or the first rows of a table. */
  lines?: string
  rows?: string[][]
  text?: TextOfFile
  /** Other pieces that hold the same file. */
  same?: { number: string; address: string }[]
}

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
  picture: { address: string; alt: string; width: number; height: number }
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
  address: string
  back: string
  /** What somebody else saved meanwhile. */
  theirs: { words: string; by: string } | null
}

export interface ShownPicture extends ShownFile {
  small: string
  width: number
  height: number
}

export interface EvidenceGapPage extends OnePage {
  number: string
  groupName: string
  groupAddress: string
  heading: string
  sentence: string
  reason: string | null
  /** Where the list of what the withdrawal touched is kept. */
  list: string | null
  address: string
  may: { putBack: boolean; consent: boolean; erase: boolean }
}

export interface RevisingPage extends OnePage {
  number: string
  address: string
  back: string
  form: FormState
  kinds: Choice[]
  stages: Choice[]
  schools: Choice[]
  latest: string
  /** What somebody else saved meanwhile. */
  theirs: { title: string; whatWeSaw: string; kind: string; gatheredOn: string; version: number } | null
  /** Said above the form, such as that the files are safe already. */
  note: string | null
}

export interface SharingPage extends OnePage {
  number: string
  address: string
  back: string
  card: PieceCard
  form: FormState
  choices: Choice[]
  /** What cannot be chosen yet, and why. */
  closed: { text: string; because: string; href: string | null; action: string }[]
  facilitators: string | null
  asksNobody: boolean
}

export interface ConsentPage extends OnePage {
  number: string
  address: string
  back: string
  /** Which of the parts that are folded away stand open. */
  open: { day: boolean; several: boolean; wording: boolean }
  form: FormState
  who: Choice[]
  audiences: Choice[]
  latest: string
  /** What stands now, one for each of those seen. */
  standing: { subject: string; sentence: string }[]
  /** What a school refused for pieces like this. */
  refused: string | null
  /** A picture is also kept as it was before it was covered. */
  uncovered: boolean
  /** Wordings that the network keeps. */
  wordings: Choice[]
  /** Where a colleague of its school says what the whole school refuses. */
  refusals: Crumb[]
  earlier: { sentence: string; wording: string; withdrawn: string | null }[]
}

export interface FilesPage extends OnePage {
  number: string
  address: string
  back: string
  form: FormState
  files: (ShownFile & { picture: { address: string; width: number; height: number } | null; form: FormState })[]
  accept: string
  most: number
  may: { attach: boolean; describe: boolean }
}

export interface RefusalsPage extends OnePage {
  head: NetworkHead
  school: string
  address: string
  form: FormState
  contents: Choice[]
  beyond: Choice[]
  refusals: { what: string; because: string; by: string; lifted: string | null; lift: string | null }[]
}

/** What a withdrawal touched: nothing of the piece, and no words of what leaned on it. */
export interface WithdrawalPage extends OnePage {
  number: string
  groupName: string
  heading: string
  sentence: string
  touched: { kind: string; name: string; now: string; href: string | null }[]
  back: Crumb
}

/** What happens, before a rare act (views/shared/_confirm.ejs). */
export interface ConfirmPage extends OnePage {
  confirm: {
    heading: string
    what: string[]
    who?: string[]
    undo?: string
    address: string
    button: string
    danger?: boolean
    cancel: Crumb
    form?: FormState
    reason?: { name: string; label: string; hint?: string }
  }
}

/** Newest pieces and counts on the pages of a stage (views/evidence/_on-stage.ejs). */
export interface OnStage {
  heading: string
  pieces: PieceCard[]
  total: number
  all: string
  log: string | null
  byKind: { name: string; count: number }[]
  bySchool: { name: string; count: number }[]
}

declare module '../web/show.js' {
  interface Pages {
    'evidence/index': EvidenceIndexPage
    'evidence/new': NewEvidencePage
    'evidence/piece': EvidencePage
    'evidence/comments': OnePage & { thread: Thread }
    'evidence/gap': EvidenceGapPage
    'evidence/edit': RevisingPage
    'evidence/sharing': SharingPage
    'evidence/consent': ConsentPage
    'evidence/files': FilesPage
    'evidence/versions': VersionsPage
    'evidence/cover': CoveringPage
    'evidence/text': ReadingTextPage
    'evidence/write-text': WritingTextPage
    'evidence/confirm': ConfirmPage
    'evidence/refusals': RefusalsPage
    'evidence/withdrawal': WithdrawalPage
  }
}
