import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { addressOf } from '../listing/cards.js'
import type { Piece, PieceFile } from '../evidence.js'
import { laidOut, underNames } from './laying-out.js'
import type { TextOfFile } from './pages.js'
import { mayWriteTexts } from '../permissions.js'
import { readingsOf } from '../files/reading-files.js'
import type { FileReading, ReadableText } from '../tables.js'
import { sourceFor } from './writing-texts.js'

/**
 * For each file of a piece that holds or can have words: whether they are there, and where they are read and written.
 * @param now the texts of the piece as they stand
 */
export async function textsOfFiles(
  db: Db,
  piece: Piece,
  person: Reader,
  now: ReadableText[],
): Promise<Map<string, TextOfFile>> {
  const words = (await person.namesIn(db, piece.groupId, piece.loggedBy)).read
  const texts = new Map(now.map(text => [text.fileId, underNames(text, words)]))
  const readings = await readingsOf(db, piece)
  const may = mayWriteTexts(person, piece)
  const held = piece.files.filter(file => file.kind !== 'image')
  return new Map(held.map(file => [file.id, textOf(piece, file, texts.get(file.id), readings.get(file.id), may)]))
}

function textOf(
  piece: Piece,
  file: PieceFile,
  text: ReadableText | undefined,
  reading: FileReading | undefined,
  mayWrite: boolean,
): TextOfFile {
  const waits = reading !== undefined && reading.readAt === null
  return {
    state: text ? 'there' : waits ? 'waiting' : 'none',
    sentence: sentenceFor(file, text, reading),
    address: text ? readableTextAddress(piece, text) : null,
    writeAt: mayWrite && !waits ? `/evidence/${piece.id}/files/${file.id}/text` : null,
    ...(text?.source === 'transcript'
      ? { transcript: { laid: laidOut(text, addressOf(file)), captions: captionsOf(piece, text) } }
      : {}),
  }
}

export function readableTextAddress(piece: { id: string }, text: { id: string }): string {
  return `/evidence/${piece.id}/texts/${text.id}`
}

/** Where the moments of a transcript are fetched as captions; null when it has none. */
export function captionsOf(piece: { id: string }, text: ReadableText): string | null {
  return text.timings ? `${readableTextAddress(piece, text)}/captions.vtt` : null
}

export function sentenceFor(file: PieceFile, text?: ReadableText, reading?: FileReading): string {
  if (sourceFor(file) === 'transcript') return text ? '' : 'There is no transcript yet of what is said in it.'
  if (reading?.readAt === null) return 'The text of this file is being read.'
  if (text?.madeBy) return ''
  if (reading?.outcome === 'beginning') return 'This file is very long, so only its beginning was read.'
  if (text) return ''
  return {
    none: 'There is no text in this file, as in a scan. Type or paste what it says, and it can be found and pointed at.',
    locked: 'This file has a password, so its text could not be read. Type or paste what it says.',
    failed: 'The text of this file could not be read in the time we give it. Type or paste what it says.',
    text: 'The text of this file has been taken out. Type or paste what it says.',
  }[reading?.outcome ?? 'none']
}
