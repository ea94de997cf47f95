import type { Db } from '../../database.js'
import { inSizes, type PictureInSizes, type PictureSize } from '../../files/pictures/sizes.js'
import type { StoredFile } from '../../files/tables.js'
import type { Reader } from '../../names/reader.js'
import { listed } from '../../words/words.js'
import { audienceInWords } from '../../reach/audience-in-words.js'
import { isGapFor, isReadableBy } from '../../reach/finding.js'
import { evidenceInGroups, type Piece, type PieceFile } from '../evidence.js'
import { filled, ofWhom } from '../loading-pieces.js'
import { kindNamed } from '../kinds.js'
import { placesOf } from '../places.js'

/** A piece as views/shared/_evidence-card.ejs shows it. A gap has nothing but its number and when it was withdrawn. */
export interface PieceCard {
  id: string
  href: string
  /** `E12` */
  number: string
  title: string
  words: string
  kind: string
  /** Who logged it, as the reader knows them. */
  by: string
  school: string
  gatheredOn: string
  audience: string
  picture?: PictureInSizes & { alt: string }
  sound?: { address: string; length?: string }
  withdrawn: boolean
  withdrawnAt: string | null
}

/** The card of a piece for somebody who may see it. */
export function cardOf(piece: Piece, person: { id: string }): PieceCard {
  const name = { id: piece.id, href: `/evidence/${piece.id}`, number: numberOf(piece) }
  if (piece.gap) return { ...name, ...blank, withdrawn: true, withdrawnAt: gapSince(piece) }
  const picture = piece.files.find(file => file.kind === 'image')
  const sound = picture ? undefined : piece.files.find(file => file.kind === 'sound')
  return {
    id: name.id,
    href: name.href,
    number: name.number,
    title: piece.title,
    words: beyondTheTitle(piece) || (picture || sound ? '' : listed(piece.files.map(file => file.name))),
    kind: kindNamed(piece.kind),
    by: piece.author,
    school: listed(placesOf(piece)),
    gatheredOn: piece.gatheredOn,
    audience: audienceInWords(piece, person),
    withdrawn: false,
    withdrawnAt: null,
    ...(picture ? { picture: pictureOf(picture) } : {}),
    ...(sound ? { sound: { address: addressOf(sound) } } : {}),
  }
}

/** The words without the first sentence where that is the title already. */
export function beyondTheTitle({ title, whatWeSaw }: { title: string; whatWeSaw: string }): string {
  const words = opening(whatWeSaw, 400)
  const again = title.replace(/ …$/, '') === title && words.startsWith(title)
  return again ? words.slice(title.length).replace(/^[.\s]+/, '') : words
}

const blank = {
  title: '',
  words: '',
  kind: '',
  by: '',
  school: '',
  gatheredOn: '',
  audience: '',
  withdrawn: false,
  withdrawnAt: null,
}

export function numberOf(piece: { number: number }): string {
  return `E${piece.number}`
}

/** When a gap became one: the piece was withdrawn, or those in it took their consent back. */
export function gapSince(piece: Piece): string | null {
  return piece.withdrawnAt ?? piece.consent?.withdrawnAt ?? null
}

/** Several pieces by their ids, in the order asked for; those that the person may not see are left out. */
export async function piecesFor(db: Db, person: Reader, ids: string[]): Promise<PieceCard[]> {
  if (ids.length === 0) return []
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', 'in', ids)
    .where(eb => eb.or([isReadableBy(eb, person), isGapFor(eb, person)]))
    .execute()
  const cards = new Map((await filled(db, person, rows)).map(piece => [piece.id, cardOf(piece, person)]))
  return ids.flatMap(id => cards.get(id) ?? [])
}

/** Where a file can be fetched, for those who may see its piece. The sizes of pictures stand in src/files/pictures/sizes.ts. */
export function addressOf(file: StoredFile, size: '' | PictureSize = ''): string {
  return `/files/${file.id}${size ? `/${size}` : ''}/${encodeURIComponent(file.name)}`
}

/** A picture of a piece as a page shows it. */
export function pictureOf(file: PieceFile): PictureInSizes & { alt: string } {
  return { ...inSizes(file, size => addressOf(file, size)), alt: file.alt || 'No description yet' }
}

/** The first words of a Markdown text as plain ones, without what it cites in brackets, cut at a word. */
export function opening(markdown: string, most: number): string {
  const plain = markdown
    .replace(/^[#>\-*\s]+/gm, '')
    .replace(/ ?\[[^[\]\n]{0,600}@[^[\]\n]{1,600}\](?![([:])/g, '')
    .replace(/[*`]+|(?<![\p{L}\p{N}@])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`
}
