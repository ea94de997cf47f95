import { type Attributes, walkXml } from '../office/xml.js'

/** A place in the words as the file counts it: in whole letters, from 0. */
export interface CountedSelection {
  from: number
  to: number
  codes: string[]
  noteRefs: string[]
  said: string
}

export interface Source {
  kind: 'TextSource' | 'PDFSource' | 'Transcript'
  name: string
  /** Where its plain text lies; empty where the file says it itself. */
  textPath: string
  path: string
  inline: string
  selections: CountedSelection[]
  noteRefs: string[]
  codedWhole: number
}

export interface Code {
  guid: string
  name: string
  colour: string
  parent: string
  description: string
  noteRefs: string[]
}

/** `project.qde`, or a codebook, as far as anything of it can be taken in. */
export interface Parts {
  origin: string
  codes: Code[]
  sources: Source[]
  notes: { guid: string; name: string; textPath: string; inline: string }[]
  /** How often there was something that cannot be taken in. */
  counts: Record<
    'pictures' | 'recordings' | 'areas' | 'moments' | 'cases' | 'variables' | 'links' | 'sets' | 'graphs',
    number
  >
}

const COUNTED: Record<string, keyof Parts['counts']> = {
  PictureSource: 'pictures',
  AudioSource: 'recordings',
  VideoSource: 'recordings',
  PDFSelection: 'areas',
  PictureSelection: 'areas',
  AudioSelection: 'moments',
  VideoSelection: 'moments',
  Case: 'cases',
  Variable: 'variables',
  Link: 'links',
  Set: 'sets',
  Graph: 'graphs',
}

const MOST = { codes: 3000, sources: 1000, selections: 60_000, notes: 20_000 }

/**
 * Reads a codebook or a project of REFI-QDA 1.0 (Codebook.xsd, Project.xsd). Tags that the standard does not name are passed over.
 * @throws Error when it is not well-formed, declares anything, or holds more than can be
 */
export function partsIn(xml: Buffer): Parts {
  return new Reading(xml).parts
}

class Reading {
  readonly parts: Parts = {
    origin: '',
    codes: [],
    sources: [],
    notes: [],
    counts: { pictures: 0, recordings: 0, areas: 0, moments: 0, cases: 0, variables: 0, links: 0, sets: 0, graphs: 0 },
  }

  private readonly codes: Code[] = []
  private readonly sources: Source[] = []
  private note: Parts['notes'][number] | undefined
  private selection: CountedSelection | undefined
  private points = new Map<string, number>()
  private recording = ''
  private selected = 0

  constructor(xml: Buffer) {
    walkXml(xml, {
      opens: (tag, at, within) => this.opens(tag, at, within),
      says: (words, within) => this.says(words, within),
      closes: tag => this.closes(tag),
    })
  }

  private opens(tag: string, at: Attributes, within: readonly string[]): void {
    const counted = COUNTED[tag]
    if (counted) this.parts.counts[counted] += 1
    if (tag === 'Project' || tag === 'CodeBook') this.parts.origin ||= at.origin ?? ''
    else if (tag === 'Code') this.beginCode(at)
    else if (tag === 'AudioSource' || tag === 'VideoSource') this.recording = at.name ?? ''
    else if (tag === 'TextSource' || tag === 'PDFSource' || tag === 'Transcript') this.beginSource(tag, at)
    else if (tag === 'Representation') this.sources.at(-1)!.textPath = at.plainTextPath ?? ''
    else if (tag === 'SyncPoint') this.points.set(at.guid ?? '', Number(at.position))
    else if (tag === 'PlainTextSelection') this.beginSelection(Number(at.startPosition), Number(at.endPosition))
    else if (tag === 'TranscriptSelection')
      this.beginSelection(this.points.get(at.fromSyncPoint ?? ''), this.points.get(at.toSyncPoint ?? ''))
    else if (tag === 'Note' && within.at(-1) === 'Notes') this.beginNote(at)
    else if (tag === 'CodeRef') this.refersToCode(at.targetGUID ?? '', within)
    else if (tag === 'NoteRef') this.refersToNote(at.targetGUID ?? '')
  }

  private says(words: string, within: readonly string[]): void {
    const [above, tag] = [within.at(-2), within.at(-1)]
    if (tag === 'Description') {
      if (this.selection && above?.endsWith('Selection')) this.selection.said += words
      else if (above === 'Code' && this.codes.length > 0) this.codes.at(-1)!.description += words
    } else if (tag === 'PlainTextContent') {
      if (this.note) this.note.inline += words
      else if (this.sources.length > 0) this.sources.at(-1)!.inline += words
    }
  }

  private closes(tag: string): void {
    if (tag === 'Code') this.codes.pop()
    else if (tag === 'TextSource' || tag === 'PDFSource' || tag === 'Transcript') this.sources.pop()
    else if (tag === 'AudioSource' || tag === 'VideoSource') this.recording = ''
    else if (tag === 'PlainTextSelection' || tag === 'TranscriptSelection') this.selection = undefined
    else if (tag === 'Note') this.note = undefined
  }

  private beginCode({ guid = '', name = '', color = '' }: Attributes): void {
    const code: Code = {
      guid,
      name,
      colour: color,
      parent: this.codes.at(-1)?.guid ?? '',
      description: '',
      noteRefs: [],
    }
    this.parts.codes.push(code)
    this.codes.push(code)
    atMost(this.parts.codes.length, MOST.codes)
  }

  private beginSource(kind: Source['kind'], { name, plainTextPath = '', path = '' }: Attributes): void {
    const called = kind === 'Transcript' ? this.recording || name : name
    const source: Source = {
      kind,
      name: called ?? '',
      textPath: plainTextPath,
      path,
      inline: '',
      selections: [],
      noteRefs: [],
      codedWhole: 0,
    }
    this.points = new Map()
    this.parts.sources.push(source)
    this.sources.push(source)
    atMost(this.parts.sources.length, MOST.sources)
  }

  private beginSelection(from = NaN, to = NaN): void {
    const source = this.sources.at(-1)
    if (!source || !Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from) return
    this.selection = { from, to, codes: [], noteRefs: [], said: '' }
    source.selections.push(this.selection)
    this.selected += 1
    atMost(this.selected, MOST.selections)
  }

  private beginNote({ guid = '', name = '', plainTextPath = '' }: Attributes): void {
    this.note = { guid, name, textPath: plainTextPath, inline: '' }
    this.parts.notes.push(this.note)
    atMost(this.parts.notes.length, MOST.notes)
  }

  private refersToCode(guid: string, within: readonly string[]): void {
    if (this.selection) this.selection.codes.push(guid)
    else if (within.at(-1) === 'Coding' && this.sources.length > 0) this.sources.at(-1)!.codedWhole += 1
  }

  private refersToNote(guid: string): void {
    const on = this.selection ?? this.codes.at(-1) ?? this.sources.at(-1)
    on?.noteRefs.push(guid)
  }
}

function atMost(count: number, most: number): void {
  if (count > most) throw new Error('There is more in this project than can be read')
}
