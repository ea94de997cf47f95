import type { Db } from '../../database.js'
import type { Store } from '../../files/store.js'
import type { Reader } from '../../names/reader.js'
import { stageNamed } from '../../stages.js'
import { day, listed } from '../../words/words.js'
import { consentAudienceNamed } from '../../reach/audiences.js'
import { audienceInWords, audienceOf } from '../../reach/audience-in-words.js'
import { addressOf, beyondTheTitle, numberOf, pictureOf } from '../listing/cards.js'
import type { Piece, PieceFile } from '../evidence.js'
import type { Consent, ReadableText } from '../tables.js'
import { excerptOf } from '../listing/excerpts.js'
import { kindNamed } from '../kinds.js'
import { refusedInWords, refusedWithReason } from '../sharing/sharing.js'
import { placesOf } from '../places.js'
import { speakerSaid } from '../speakers.js'
import type { PieceShown } from './pages.js'
import type { ShownFile, ShownPicture } from '../files/pages.js'
import { textsOfFiles } from '../readable-texts/texts-of-files.js'

/** A piece as its own page shows it, its pictures large and its texts begun. */
export async function pieceInFull(
  db: Db,
  store: Store,
  piece: Piece,
  person: Reader,
  readable: ReadableText[],
): Promise<PieceShown> {
  const texts = await textsOfFiles(db, piece, person, readable)
  const words = (await person.namesIn(db, piece.groupId, piece.loggedBy)).read
  const files = await Promise.all(
    piece.files.map(async file => ({
      ...shownFile(file),
      ...under(words, await excerptOf(store, file)),
      ...(texts.has(file.id) ? { text: texts.get(file.id)! } : {}),
    })),
  )
  const of = (...kinds: string[]) => files.filter((_, place) => kinds.includes(piece.files[place]!.kind))
  return {
    number: numberOf(piece),
    title: piece.title,
    words: beyondTheTitle(piece) === '' ? '' : piece.whatWeSaw,
    kind: kindNamed(piece.kind),
    stage: stageNamed(piece.stage).key,
    stageName: stageNamed(piece.stage).name,
    groupName: piece.groupName,
    author: piece.author,
    speaker: speakerSaid(piece.speaker),
    schools: listed(placesOf(piece)),
    gatheredOn: piece.gatheredOn,
    loggedAt: piece.loggedAt,
    revisedAt: piece.revisedAt,
    audience: audienceInWords(piece, person),
    isDraft: piece.sharedWithGroupAt === null,
    pictures: piece.files.filter(file => file.kind === 'image').map(shownPicture),
    sounds: of('sound'),
    films: of('film'),
    documents: of('document', 'table', 'text'),
  }
}

/** How a text or a table begins, under the names that this reader reads. */
function under(words: (text: string) => string, { lines, rows }: { lines?: string; rows?: string[][] }) {
  return {
    ...(lines === undefined ? {} : { lines: words(lines) }),
    ...(rows === undefined ? {} : { rows: rows.map(row => row.map(words)) }),
  }
}

export function shownFile(file: PieceFile): ShownFile {
  return { id: file.id, name: file.name, address: addressOf(file), bytes: file.bytes, alt: file.alt }
}

export function shownPicture(file: PieceFile): ShownPicture {
  return { ...shownFile(file), picture: pictureOf(file) }
}

/**
 * Who can be seen in the piece and how far they agreed, in a sentence or two; the narrowest first.
 * @param keepsConsent only to those who do is told which people they are, who agreed for them, and why a school refused
 */
export function consentInWords(piece: Pick<Piece, 'consent' | 'consents' | 'cap'>, keepsConsent: boolean): string {
  const { consent, consents, cap } = piece
  const refused = cap ? ` ${keepsConsent ? refusedWithReason(cap) : refusedInWords(cap)}` : ''
  if (!consent) return `Nobody has said yet who can be seen, heard or recognised in it.${refused}`
  if (consent.who === 'no one') return `Nobody can be seen, heard or recognised in it.${refused}`
  const others = consents.filter(one => one.id !== consent.id)
  const said = [consent, ...others].map(one => oneInWords(keepsConsent ? one : { ...one, subject: '', givenBy: '' }))
  return `${[...new Set(said)].join(' ')}${refused}`
}

function oneInWords(consent: Consent): string {
  const named = consent.subject || consent.who
  const who = `${named[0]!.toUpperCase()}${named.slice(1)}`
  const by = consent.givenBy ? `, says ${consent.givenBy}` : ''
  const until = consent.endsOn ? ` To be asked again by ${day(consent.endsOn)}.` : ''
  return `${who} can be seen or heard in it. It may be seen ${consentAudienceNamed(consent.audience).agreed}${by}, ${day(consent.givenOn)}.${until}`
}

/** Why a piece stays in the group although it was shared more widely. */
export function whyHeldBack(piece: Piece, keepsConsent: boolean): string | null {
  const wider =
    piece.sharedWithSchoolAt !== null || piece.sharedWithNetworkAt !== null || piece.sharedOutsideAt !== null
  if (piece.namesPupilAt)
    return `Somebody said on ${day(piece.namesPupilAt)} that a pupil may be named here. It stays within the group until the name is out.`
  if (wider && piece.cap && audienceOf(piece) !== 'network')
    return keepsConsent ? refusedWithReason(piece.cap) : refusedInWords(piece.cap)
  return wider && piece.sharedWithNetworkAt && audienceOf(piece) !== 'network'
    ? 'It was shared with the network, but consent does not reach that far, so it stays closer.'
    : null
}
