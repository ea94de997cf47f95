import type { Quotation } from '../../claims/linking/quotations.js'
import type { Piece } from '../../evidence/evidence.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Store } from '../../files/store.js'
import type { Gathered } from '../gathering.js'
import type { Entry } from '../zipping.js'
import type { Codes } from './codes.js'
import { guidOf } from './guid.js'
import { plainXml } from './xml.js'

/** A project while it is being written: what goes into project.qde, and the files that it points at. */
export interface Writing {
  copy: Gathered
  codes: Codes
  store: Store
  /** Whoever is named in the project, by their ids. */
  users: Map<string, string>
  files: Entry[]
  /** What the project has no place for, a sentence each. */
  notCarried: string[]
  notes: ProjectNote[]
  links: ProjectLink[]
  /** The passages that claims lean on, by the texts they stand in. */
  quoted: Map<string, Quotation[]>
  /** The sources of each piece, and the selections of each passage, by their ids. */
  sources: Map<string, string[]>
  selections: Map<string, string>
}

/** A memo or a claim. */
export interface ProjectNote {
  guid: string
  name: string
  words: string
  /** The GUID of a user. */
  by: string
  at: string
}

/** From a source or a selection to a note, by their GUIDs. */
export interface ProjectLink {
  from: string
  to: string
  name: string
}

export function beginWriting(copy: Gathered, codes: Codes, store: Store, quotations: Quotation[]): Writing {
  return {
    copy,
    codes,
    store,
    users: new Map(),
    files: [],
    notCarried: [],
    notes: [],
    links: [],
    quoted: byText(quotations),
    sources: new Map(),
    selections: new Map(),
  }
}

function byText(quotations: Quotation[]): Map<string, Quotation[]> {
  const quoted = new Map<string, Quotation[]>()
  for (const quotation of quotations.filter(one => !one.lost))
    quoted.set(quotation.textId, [...(quoted.get(quotation.textId) ?? []), quotation])
  return quoted
}

/** `E12 Reading by the coats`, under the names of the copy. */
export function nameOfPiece({ copy }: Writing, piece: Piece): string {
  return plainXml(`${numberOf(piece)} ${copy.called.read(piece.title)}`)
}

/** Whoever is named in the project is one of its users. @returns their GUID */
export function userOf({ users, copy }: Writing, id: string, name: string): string {
  if (!users.has(id)) users.set(id, copy.called.person(id, name))
  return guidOf('person', id)
}

/** The first words of a passage or a memo, by which a list names it. */
export function shortened(words: string, { copy }: Writing): string {
  const line = copy.called.read(words).replace(/\s+/g, ' ').trim()
  return plainXml(line.length > 60 ? `${[...line].slice(0, 59).join('')}…` : line)
}

/** Who logged a piece, and when. Research programs ask for it at everything that holds words, transcripts too. */
export function made(writing: Writing, piece: Piece) {
  return { creatingUser: userOf(writing, piece.loggedBy, piece.author), creationDateTime: piece.loggedAt }
}
