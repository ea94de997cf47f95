import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { asTyped, linesAsTyped, linesOfCaptions } from '../../files/captions.js'
import { PAGE_BREAK, tidy } from '../../files/reading/words-found.js'
import { readableText } from '../../files/receiving/text.js'
import { endingOf } from '../../files/names.js'
import type { StoredFile } from '../../files/tables.js'
import type { Person } from '../../people/person.js'
import { merge } from '../../texts/merging.js'
import type { Piece } from '../evidence.js'
import { asStored, spokenLines } from './laying-out.js'
import { currentText, keepText, type Timing } from './readable-texts.js'
import { aboutPiece } from '../as-fact.js'
import type { ReadableText } from '../tables.js'

/** How a page break stands in the box where a text is typed: on a line of its own. */
const TYPED_BREAK = '\n=== next page ===\n'

/** What is said in a sound or film is its transcript; what stands in any other file is its text. */
export function sourceFor(file: Pick<StoredFile, 'kind'>): 'transcript' | 'document' {
  return file.kind === 'sound' || file.kind === 'film' ? 'transcript' : 'document'
}

/** A text as its box shows it: a transcript with its moments before the lines, a document with its page breaks in words. */
export function inTheBox(text: Pick<ReadableText, 'source' | 'words' | 'timings'> | undefined): string {
  if (!text) return ''
  if (text.source === 'transcript') return asTyped(spokenLines(text))
  return text.words.replaceAll(PAGE_BREAK, TYPED_BREAK)
}

/** Subtitles or plain text as the box would show them; undefined when it is neither, or says nothing. */
export function fromFile(name: string, bytes: Buffer): string | undefined {
  const text = readableText(bytes)
  if (text === undefined) return undefined
  const ending = endingOf(name)
  const isVtt = ending === 'vtt' || text.replace(/^\ufeff/, '').startsWith('WEBVTT')
  if (!isVtt && ending !== 'srt') return tidy(text) || undefined
  const lines = linesOfCaptions(text, isVtt ? 'vtt' : 'srt')
  return lines.length > 0 ? asTyped(lines) : undefined
}

export type Writing =
  | { outcome: 'saved' | 'same' | 'merged'; text: ReadableText | undefined }
  | { outcome: 'conflict'; theirs: ReadableText; mine: string }

/**
 * Saves the text of a file as somebody wrote it upon a version. Where it has moved on since, both are merged word by
 * word; where they changed the same words, nothing is saved and both come back.
 */
export async function writeText(
  trx: Trx,
  piece: Piece,
  file: StoredFile,
  person: Person,
  sent: { words: string; version: number },
): Promise<Writing> {
  const which = { evidenceId: piece.id, source: sourceFor(file), fileId: file.id }
  const mine = tidy(sent.words)

  const current = await currentText(trx, which)
  const save = async (words: string, outcome: 'saved' | 'merged'): Promise<Writing> => {
    const { words: said, timings } = stored(which.source, words)
    const kept = await keepText(trx, which, said, person, timings)
    if (kept?.id === current?.id) return { outcome: 'same', text: kept }
    const ofFile = { by: person, ...aboutPiece(piece), file: file.id, text: which.source }
    await record(trx, { kind: 'text of a file written', ...ofFile })
    return { outcome, text: kept }
  }
  if ((current?.version ?? 0) === sent.version) return save(mine, 'saved')
  const theirs = inTheBox(current)
  if (theirs === mine) return { outcome: 'same', text: current }
  const base = await versionOf(trx, which, sent.version)
  const merged = base === undefined ? undefined : merge(base, theirs, mine)
  return merged === undefined ? { outcome: 'conflict', theirs: current!, mine } : save(merged, 'merged')
}

function stored(source: 'transcript' | 'document', typed: string): { words: string; timings: Timing[] | null } {
  if (source === 'transcript') return asStored(linesAsTyped(typed))
  return { words: tidyPages(typed.split(TYPED_BREAK.trim())), timings: null }
}

function tidyPages(pages: string[]): string {
  return pages.map(tidy).join(PAGE_BREAK)
}

async function versionOf(
  trx: Trx,
  { evidenceId, source, fileId }: { evidenceId: string; source: 'transcript' | 'document'; fileId: string },
  version: number,
): Promise<string | undefined> {
  if (version === 0) return ''
  const text = await trx
    .selectFrom('readableTexts')
    .selectAll()
    .where('evidenceId', '=', evidenceId)
    .where('source', '=', source)
    .where('fileId', '=', fileId)
    .where('version', '=', version)
    .executeTakeFirst()
  return text && inTheBox(text)
}
