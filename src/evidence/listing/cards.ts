import type { Db } from '../../database.js'
import type { StoredFile } from '../../files/tables.js'
import type { Reader } from '../../names/reader.js'
import { listed } from '../../words/words.js'
import { audienceInWords } from '../../reach/audience-in-words.js'
import { isGapFor, isReadableBy } from '../../reach/finding.js'
import { evidenceInGroups, type Piece, type PieceFile } from '../evidence.js'
import { filled } from '../loading-pieces.js'
import { kindNamed } from '../kinds.js'

/** A piece as views/shared/_evidence-card.ejs shows it. A gap has nothing but its number and when it was withdrawn. */
export interface PieceCard {
  id: string
  href: string
  /** `E12` */
  number: string
  title: string
  words: string
  kind: string
  school: string
  gatheredOn: string
  audience: string
  picture?: { address: string; width: number; height: number; alt: string }
  sound?: { address: string; length?: string }
  withdrawn: boolean
  withdrawnAt: string | null
}

/** The card of a piece for somebody who may see it. */
export function cardOf(piece: Piece, person: { id: string }): PieceCard {
  const name = { id: piece.id, href: `/evidence/${piece.id}`, number: numberOf(piece) }
  if (piece.gap) return { ...blank, ...name, withdrawn: true, withdrawnAt: gapSince(piece) }
  const picture = piece.files.find(file => file.kind === 'image')
  const sound = picture ? undefined : piece.files.find(file => file.kind === 'sound')
  return {
    ...blank,
    ...name,
    title: piece.title,
    words: beyondTheTitle(piece) || (picture || sound ? '' : listed(piece.files.map(file => file.name))),
    kind: kindNamed(piece.kind),
    school: listed(piece.schools.map(school => school.name)),
    gatheredOn: piece.gatheredOn,
    audience: audienceInWords(piece, person),
    ...(picture ? { picture: thumbnailOf(picture) } : {}),
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
    .where('evidence.id', 'in', ids)
    .where(eb => eb.or([isReadableBy(eb, person), isGapFor(eb, person)]))
    .execute()
  const cards = new Map((await filled(db, person, rows)).map(piece => [piece.id, cardOf(piece, person)]))
  return ids.flatMap(id => cards.get(id) ?? [])
}

/** Where a file can be fetched, for those who may see its piece. Small pictures are at most 1600 px, thumbnails 480 px. */
export function addressOf(file: StoredFile, size: '' | 'small' | 'thumbnail' = ''): string {
  return `/files/${file.id}${size ? `/${size}` : ''}/${encodeURIComponent(file.name)}`
}

function thumbnailOf(file: PieceFile) {
  return { address: addressOf(file, 'thumbnail'), ...within(file, 480), alt: file.alt || 'No description yet' }
}

/** The size of a picture made to fit into a square of this side. */
export function within({ width, height }: { width: number | null; height: number | null }, side: number) {
  const [wide, high] = [width ?? side, height ?? side]
  const scale = Math.min(1, side / Math.max(wide, high))
  return { width: Math.round(wide * scale), height: Math.round(high * scale) }
}

/** The first words of a Markdown text as plain ones, cut at a word. */
export function opening(markdown: string, most: number): string {
  const plain = markdown
    .replace(/^[#>\-*\s]+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')} …`
}
