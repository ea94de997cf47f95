import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Piece, PieceFile } from '../../evidence/evidence.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { copiedName, type CopiedText } from '../gathering.js'
import { storedEntry, textEntry } from '../zipping.js'
import { guidOf } from './guid.js'
import { putSelections } from './selections.js'
import { putTranscript } from './transcripts.js'
import { putValues } from './variables.js'
import { made, nameOfPiece, type Writing } from './writing.js'
import { plainXml } from './xml.js'

/** The pieces of the copy, in the order of their numbers. @param texts by the ids of their pieces */
export function putSources(root: XMLBuilder, writing: Writing, texts: Map<string, CopiedText[]>): void {
  if (writing.copy.pieces.length === 0) return
  const all = root.ele('Sources')
  for (const piece of writing.copy.pieces) putPiece(all, writing, piece, texts.get(piece.id)!)
  if (all.node.childNodes.length === 0) all.remove()
}

/** A piece is a source for its words, and one for each of its files. */
function putPiece(all: XMLBuilder, writing: Writing, piece: Piece, texts: CopiedText[]): void {
  const words = texts.find(text => text.source === 'words')
  if (words) {
    const element = all.ele('TextSource', textSource(writing, piece, words, nameOfPiece(writing, piece)))
    putSelections(element, writing, words)
    putValues(element, writing, piece)
  }
  for (const [place, file] of piece.files.entries()) {
    const ofFile = texts.filter(text => text.fileId === file.id)
    putFile(all, writing, piece, place, file, ofFile)
  }
}

function textSource(writing: Writing, piece: Piece, text: CopiedText, name: string) {
  const guid = sourceOf(writing, piece, text.id)
  writing.files.push(textEntry(`sources/${guid}.txt`, plainXml(text.words)))
  return { guid, name, plainTextPath: `internal://${guid}.txt`, ...made(writing, piece) }
}

function sourceOf({ sources }: Writing, piece: Piece, id: string): string {
  const guid = guidOf('source', id)
  sources.set(piece.id, [...(sources.get(piece.id) ?? []), guid])
  return guid
}

/** How each kind of file goes into a project; what a project has no place for is named in the manifest. */
function putFile(
  all: XMLBuilder,
  writing: Writing,
  piece: Piece,
  place: number,
  file: PieceFile,
  texts: CopiedText[],
): void {
  const name = plainXml(
    writing.copy.audience === 'group' ? `${numberOf(piece)} ${file.name}` : copiedName(piece, place),
  )
  const text = texts[0]
  if (file.kind === 'image') return putPicture(all, writing, piece, file, name)
  if (file.kind === 'sound' || file.kind === 'film') return putRecording(all, writing, piece, file, name, text)
  if (file.mediaType === 'application/pdf') return putPdf(all, writing, piece, file, name, text)
  if (text) {
    const element = all.ele('TextSource', textSource(writing, piece, text, name))
    putSelections(element, writing, text)
    putValues(element, writing, piece)
    writing.notCarried.push(`${copiedName(piece, place)} is there as its text only.`)
    return
  }
  writing.notCarried.push(`${copiedName(piece, place)}: a project has no place for this kind of file.`)
}

function fileSource(writing: Writing, piece: Piece, file: PieceFile, name: string, key = file.storedAs) {
  const guid = sourceOf(writing, piece, file.id)
  const ending = key === file.storedAs ? (/\.(\w{1,5})$/.exec(file.name)?.[1]?.toLowerCase() ?? 'bin') : 'jpg'
  writing.files.push(storedEntry(writing.store, file, `sources/${guid}.${ending}`, key))
  return { guid, name, path: `internal://${guid}.${ending}`, ...made(writing, piece) }
}

/** Programs read JPEG and PNG; any other picture goes as the JPEG that pages show. */
function putPicture(all: XMLBuilder, writing: Writing, piece: Piece, file: PieceFile, name: string): void {
  const known = /^image\/(jpeg|png)$/.test(file.mediaType)
  const key = known || file.smallAs === null ? file.storedAs : file.smallAs
  const element = all.ele('PictureSource', fileSource(writing, piece, file, name, key))
  if (file.alt) element.ele('Description').txt(plainXml(writing.copy.called.read(file.alt)))
  putValues(element, writing, piece)
}

function putPdf(
  all: XMLBuilder,
  writing: Writing,
  piece: Piece,
  file: PieceFile,
  name: string,
  text: CopiedText | undefined,
): void {
  const element = all.ele('PDFSource', fileSource(writing, piece, file, name))
  if (text) {
    const guid = guidOf('source', text.id)
    writing.files.push(textEntry(`sources/${guid}.txt`, plainXml(text.words)))
    const read = element.ele('Representation', {
      guid,
      name: `${name}, its text`,
      plainTextPath: `internal://${guid}.txt`,
      ...made(writing, piece),
    })
    putSelections(read, writing, text)
  }
  putValues(element, writing, piece)
}

function putRecording(
  all: XMLBuilder,
  writing: Writing,
  piece: Piece,
  file: PieceFile,
  name: string,
  text: CopiedText | undefined,
): void {
  const element = all.ele(file.kind === 'sound' ? 'AudioSource' : 'VideoSource', fileSource(writing, piece, file, name))
  if (text) putTranscript(element, writing, piece, text, name)
  putValues(element, writing, piece)
}
