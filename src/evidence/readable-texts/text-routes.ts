import { type Response, Router } from 'express'
import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { asVtt } from '../../files/captions.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { whatIsReadOf } from '../../files/reading/what-is-read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { dayAndTime, listed } from '../../words/words.js'
import { findEvidence, type Piece, type PieceFile } from '../evidence.js'
import { readingsOf } from '../files/reading-files.js'
import { addressOf, numberOf } from '../listing/cards.js'
import { mayWriteTexts } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import type { ReadableText } from '../tables.js'
import { laidOut, spokenLines, underNames } from './laying-out.js'
import { currentText, findText, otherVersionsOf } from './readable-texts.js'
import { captionsOf, sentenceFor, readableTextAddress } from './texts-of-files.js'

/** The words of a piece on a page of their own, and a transcript as captions. */
export function readableTextRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/texts/:text', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const text = await findText(db, piece, req.params.text)
    if (text.replacedAt === null || mayWriteTexts(person, piece)) return showText(res, db, person, piece, text)
    // What it said before may be what somebody wished unsaid.
    const now = await currentText(db, text)
    if (!now || now.words === '') throw new NotFound('text')
    res.redirect(303, readableTextAddress(piece, now))
  })

  routes.get('/evidence/:id/texts/:text/captions.vtt', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const text = await findText(db, piece, req.params.text)
    if (!text.timings || (text.replacedAt !== null && !mayWriteTexts(person, piece))) throw new NotFound('text')
    const { read } = await person.namesIn(db, piece.groupId, piece.loggedBy)
    res
      .set('Cache-Control', 'private, no-store')
      .type('text/vtt; charset=utf-8')
      .send(asVtt(spokenLines(underNames(text, read))))
  })

  return routes
}

async function showText(res: Response, db: Db, person: Reader, piece: Piece, text: ReadableText): Promise<void> {
  const file = piece.files.find(one => one.id === text.fileId)
  const mayWrite = mayWriteTexts(person, piece)
  const { read } = await person.namesIn(db, piece.groupId, piece.loggedBy)
  const heading = file ? (text.source === 'transcript' ? `What is said in ${file.name}` : file.name) : piece.title
  show(res, 'evidence/text', {
    title: `${numberOf(piece)}: ${heading}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    heading,
    file: file ? { name: file.name, address: addressOf(file), kind: file.kind } : null,
    text: laidOut(underNames(text, read), file ? addressOf(file) : ''),
    captions: captionsOf(piece, text),
    notes: await notesOn(db, piece, text, file),
    writeAt: !mayWrite ? null : file ? `/evidence/${piece.id}/files/${file.id}/text` : `/evidence/${piece.id}/edit`,
    ...(await howItWasRead(db, piece, text, file)),
    earlier: mayWrite ? await otherVersions(db, piece, text) : [],
    back: `/evidence/${piece.id}`,
  })
}

/** Said above a text: that it is not the newest, or only a beginning. */
async function notesOn(db: Db, piece: Piece, text: ReadableText, file?: PieceFile): Promise<string[]> {
  if (text.replacedAt !== null)
    return [`This is how it read until ${dayAndTime(text.replacedAt)}. Only whoever keeps the piece sees it.`]
  const sentence = file && sentenceFor(file, text, (await readingsOf(db, piece)).get(file.id))
  return sentence ? [sentence] : []
}

/** For a text that the workbench read; not for one that somebody typed. */
async function howItWasRead(db: Db, piece: Piece, text: ReadableText, file?: PieceFile) {
  const kind = file && text.madeBy === null ? whatIsReadOf(file.mediaType) : undefined
  if (!file || !kind) return { read: [], leftOut: '' }
  const leftOut = (await readingsOf(db, piece)).get(file.id)?.leftOut ?? null
  return { read: [kind], leftOut: leftOut ? listed(JSON.parse(leftOut) as string[]) : '' }
}

/** For whoever keeps the piece. */
async function otherVersions(db: Db, piece: Piece, text: ReadableText) {
  return (await otherVersionsOf(db, text)).map(one => ({
    version: one.version,
    sentence: `${one.writer ?? 'Read from the file'}, ${dayAndTime(one.madeAt)}${one.replacedAt === null ? ' (the newest)' : ''}`,
    address: readableTextAddress(piece, one),
  }))
}
