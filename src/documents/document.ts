/**
 * What is said, once: the same document becomes a web page, a PDF and plain text, so that they cannot differ.
 * Everything here is plain JSON, so that an edition can be frozen as it stood and known again by its hash.
 */
export interface Document {
  title: string
  /** The language of the whole, as in `en-GB` or `cy`. */
  language: string
  /** What a reader would call it: 'Write-up', 'Termly report'. */
  kindOfDocument: string
  titlePage: TitlePage
  /** Who wrote it, in their own order: how it is cited. Nobody, where it is the work of a whole network. */
  authors?: Author[]
  /** The schools that it is of, as it names them. */
  schools?: string[]
  /** The network that brings it out. */
  publisher?: string
  /** What it is once it is published; a draft has none. */
  edition?: EditionFacts
  /** Whether a list of the headings comes before the text. */
  contents: boolean
  parts: Block[]
  /** The edition and its date, at the foot of every page. */
  foot: string
  /** The full web address of this document; addresses in it that begin with `/` are taken from here. */
  address?: string
  /** The id of the heading under which each of the usual parts of a write-up stands, whatever the group called it. */
  sections?: Record<string, string>
}

export interface Author {
  name: string
  school?: string
}

/** What an edition is known by, wherever it is taken: on its page, in its PDF, in a catalogue. */
export interface EditionFacts {
  number: number
  /** The moment at which it was published, as ISO text in UTC. */
  publishedAt: string
  /** A name that no other edition anywhere has; it is no address. */
  identifier: string
  /** Under which licence its network lets it go, with an address where it has one; undefined where none was chosen. */
  licence?: { name: string; address: string }
}

export interface TitlePage {
  /** The question, set large. */
  heading: string
  subtitle?: string
  lines: string[]
  stageTrack?: StageOnTrack[]
}

export interface StageOnTrack {
  stage: string
  state: StageState
}

export type StageState = 'done' | 'here' | 'ahead'

export type Block =
  Heading | Paragraph | List | Table | Figure | Chart | Quotation | Code | Rule | Notes | Drawing | Index | Blank

interface Said {
  /** Given where a block is in another language than the document. */
  language?: string
}

export interface Heading extends Said {
  kind: 'heading'
  level: HeadingLevel
  id: string
  /** On paper it begins a page, as a slip does that is handed back. */
  beginsPage?: true
  inlines: Inline[]
}

export type HeadingLevel = 2 | 3 | 4

export interface Paragraph extends Said {
  kind: 'paragraph'
  /** Given where links within the document lead to it, as to an entry of its references. */
  id?: string
  /** What it is for, where that is to be seen: the words that carry a page, how sure a claim is, a quiet remark. */
  manner?: Manner
  inlines: Inline[]
}

export type Manner = 'lead' | 'claim' | 'sure' | 'quiet'

export interface List extends Said {
  kind: 'list'
  ordered: boolean
  start?: number
  /** Tight lists stand close together; loose ones have the space of paragraphs. */
  tight: boolean
  items: ListItem[]
}

export interface ListItem {
  /** Given for an item of a task list. */
  task?: 'done' | 'open'
  blocks: Block[]
}

export interface Table extends Said {
  kind: 'table'
  caption?: Inline[]
  head: Inline[][]
  rows: Inline[][][]
  alignment: Alignment[]
  /** The first cell of each row names the row. */
  rowHeads?: boolean
}

export type Alignment = 'left' | 'centre' | 'right' | null

export interface Figure extends Said {
  kind: 'figure'
  picture: Picture
  alt: string
  caption: Inline[]
  /** A picture that deserves the whole width; others stand two in a row. */
  wide?: boolean
  /** Smaller, with the words that follow beside it; on a narrow screen above them. */
  beside?: true
}

/** Numbers as a picture: the drawing, a sentence of what it shows (which is its alternative text), and the numbers themselves. */
export interface Chart extends Said {
  kind: 'chart'
  title: string
  sentence: string
  /** The numbers behind it; its own caption is not shown. */
  table: Table
  /** Shapes and letters only; anything else in it is left out (src/documents/svg.ts). */
  svg: string
  /** Its shapes are bars that say no more than its numbers: on paper they stand in the table. In a row of its own measure each. */
  bars?: 'of one measure' | 'row by row'
  /** On a poster or a slide the numbers stand in the document that it is made from. */
  numbersElsewhere?: true
  /** What its numbers are of, so that they go when a school takes them back. */
  of?: { measure: string; schools: string[] }
}

/** A drawing that says one thing, such as the square code of an address. */
export interface Drawing extends Said {
  kind: 'drawing'
  svg: string
  alt: string
  caption: Inline[]
  /** On paper, in points. */
  width: number
}

/** Where in the document things are told: each a link, on paper with its page. */
export interface Index extends Said {
  kind: 'index'
  entries: { id: string; text: string }[]
}

/** Room to write by hand on paper. */
export interface Blank extends Said {
  kind: 'blank'
  label: string
  lines: number
}

export interface Picture {
  id: string
  width: number
  height: number
  /** Which version of the file, where it is known; the first unless said. */
  version?: number
}

export interface Quotation extends Said {
  kind: 'quotation'
  blocks: Block[]
  source?: Source
}

export interface Source {
  label: string
  title: string
  href: string
  /** Whose words they are, as they may be named: 'Year 4 pupil'. */
  by?: string
}

export interface Code extends Said {
  kind: 'code'
  text: string
}

export interface Rule extends Said {
  kind: 'rule'
}

/** The notes of a document in their order, where it has no feet of pages to put them at (`withNotesAtEnd`). */
export interface Notes extends Said {
  kind: 'notes'
  notes: Note[]
}

export interface Note {
  number: number
  blocks: Block[]
}

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'strike'; inlines: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; title?: string; inlines: Inline[] }
  | { kind: 'break' }
  | Reference
  | NoteMark
  | InLanguage

/** A number that leads to the evidence it stands for. */
export interface Reference {
  kind: 'reference'
  label: string
  title: string
  href: string
}

/**
 * A mark in a sentence that leads to a note, such as [1]. The words of the note stand here; `notes.ts` numbers the notes
 * of a whole document in their order.
 */
export interface NoteMark {
  kind: 'note'
  number: number
  /** Which of the marks of this note it is, where there are several. */
  mark: number
  blocks: Block[]
}

/** Words in another language than those around them. */
export interface InLanguage {
  kind: 'language'
  /** As in `ur` or `cy`. */
  language: string
  inlines: Inline[]
}
