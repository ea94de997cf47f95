import { atOneMoment, type Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { type Names, chosenBy, ownNames } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import type { ConsentAudience } from '../reach/audiences.js'
import { numberOf } from '../evidence/listing/cards.js'
import type { Piece } from '../evidence/evidence.js'
import { evidenceOf } from '../evidence/listing/listing.js'
import { publishable } from '../evidence/sharing/publishable.js'
import { readableTextsOf } from '../evidence/readable-texts/readable-texts.js'
import type { ReadableText } from '../evidence/tables.js'

/** What stays behind, by its number, and why. It never says more of a piece than that. */
export interface LeftBehind {
  number: string
  because: string
}

export interface Gathered {
  audience: ConsentAudience
  /** In the order of their numbers. */
  pieces: Piece[]
  left: LeftBehind[]
  /** How names are written in this copy: as they are within the group, as pseudonyms outside it. */
  called: Pick<Names, 'read' | 'school'> & { person(id: string, name: string): string }
}

/**
 * What of a group's evidence may be in a copy for this audience. Private drafts and gaps never are; for anybody outside
 * the group a piece must be shared that far and everybody in it must have agreed to it.
 */
export function gathered(db: Db, person: Reader, enquiry: Enquiry, audience: ConsentAudience): Promise<Gathered> {
  return atOneMoment(db, reading => gatheredAt(reading, person, enquiry, audience))
}

async function gatheredAt(db: Db, person: Reader, enquiry: Enquiry, audience: ConsentAudience): Promise<Gathered> {
  const { pieces: all } = await evidenceOf(db, person, enquiry)
  const sharedPieces = all.filter(piece => piece.sharedWithGroupAt !== null).sort((a, b) => a.number - b.number)
  const gaps = sharedPieces.filter(piece => piece.gap)
  const whole = sharedPieces.filter(piece => !piece.gap)
  const stops = audience === 'group' ? new Map<string, string>() : await whatStops(db, whole, audience)
  const left = [
    ...gaps.map(piece => ({ piece, because: 'It was withdrawn.' })),
    ...whole.flatMap(piece => (stops.has(piece.id) ? [{ piece, because: stops.get(piece.id)! }] : [])),
  ].sort((a, b) => a.piece.number - b.piece.number)
  return {
    audience,
    pieces: whole.filter(piece => !stops.has(piece.id)),
    left: left.map(({ piece, because }) => ({ number: numberOf(piece), because })),
    called: await calledFor(db, enquiry.groupId, audience),
  }
}

async function whatStops(db: Db, pieces: Piece[], audience: ConsentAudience): Promise<Map<string, string>> {
  const ids = pieces.map(piece => piece.id)
  const findings = await publishable(db, ids, audience)
  return new Map(findings.map(({ piece, because }) => [piece.id, because]))
}

async function calledFor(db: Db, groupId: string, audience: ConsentAudience): Promise<Gathered['called']> {
  if (audience === 'group') return { ...ownNames, person: (_, name) => name }
  const pseudonyms = await chosenBy(db, groupId)
  const known = new Map<string, string>()
  return {
    ...pseudonyms,
    person(id) {
      if (!known.has(id)) known.set(id, `Colleague ${known.size + 1}`)
      return known.get(id)!
    },
  }
}

/** A text of a piece as it stands in a copy; for outsiders its names are pseudonyms. */
export interface CopiedText extends ReadableText {
  /** Whether a word was changed, so that places counted in the stored words no longer hold. */
  renamed: boolean
}

/** The texts of a piece for this copy. */
export async function copiedTexts(db: Db, piece: Piece, { called }: Gathered): Promise<CopiedText[]> {
  return (await readableTextsOf(db, piece)).map(text => {
    const words = called.read(text.words)
    return { ...text, words, renamed: words !== text.words }
  })
}

/** `E12-2.jpg`: a name that says nothing of what is in the file. @param place from 0 */
export function copiedName(piece: Piece, place: number): string {
  const ending = /\.(\w{1,5})$/.exec(piece.files[place]!.name)?.[1]?.toLowerCase() ?? 'bin'
  return `${numberOf(piece)}-${place + 1}.${ending}`
}
