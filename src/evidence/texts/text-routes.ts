import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { asVtt } from '../../files/captions.js'
import { receiveWords } from '../../files/receiving/receiving-words.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { dayAndTime } from '../../words/words.js'
import { addressOf, numberOf } from '../listing/cards.js'
import { findEvidence, type Piece, type PieceFile } from '../evidence.js'
import { WrittenTextForm } from '../forms.js'
import { laidOut, spokenLines, underNames } from './laying-out.js'
import type { WritingTextPage } from '../pages.js'
import { mayWriteTexts } from '../permissions.js'
import { readingsOf } from '../files/reading-files.js'
import { currentText, findText } from './readable-texts.js'
import { crumbsTo } from '../standing-by.js'
import type { ReadableText } from '../tables.js'
import { captionsOf, sentenceFor, textAddress } from './texts-of-files.js'
import { fromFile, inTheBox, sourceFor, writeText } from './writing-texts.js'

const notYours = 'The text of a file is written by whoever logged the piece.'

/** The words of a piece on a page of their own, and the text of a file as it is typed, pasted or mended. */
export function textRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/texts/:text', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const text = await findText(db, piece, req.params.text)
    if (text.replacedAt === null || mayWriteTexts(person, piece)) return showText(res, db, person, piece, text)
    // What it said before may be what somebody wished unsaid.
    const now = await currentText(db, text)
    if (!now || now.words === '') throw new NotFound('text')
    res.redirect(303, textAddress(piece, now))
  })

  routes.get('/evidence/:id/texts/:text/captions.vtt', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    const text = await findText(db, piece, req.params.text)
    if (!text.timings || (text.replacedAt !== null && !mayWriteTexts(person, piece))) throw new NotFound('text')
    res
      .set('Cache-Control', 'private, no-store')
      .type('text/vtt; charset=utf-8')
      .send(asVtt(spokenLines(underNames(text, (await person.namesIn(db, piece.groupId, piece.loggedBy)).read))))
  })

  routes.get('/evidence/:id/files/:file/text', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayWriteTexts(person, piece), notYours)
    const file = fileWithWords(piece, req.params.file)
    const text = await currentText(db, whichOf(piece, file))
    await showWriting(res, db, person, piece, file, formOf({ words: inTheBox(text), version: text?.version ?? 0 }))
  })

  routes.post('/evidence/:id/files/:file/text', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayWriteTexts(person, piece), notYours)
    const file = fileWithWords(piece, req.params.file)
    const { fields, file: sent } = await receiveWords(req, res)
    const { once, ...typed } = fields
    if (once && (await answeredBefore(db, req, res, once))) return
    const reading = read(WrittenTextForm, typed)
    const fromSent = sent && (await fromFile(sent.name, sent.bytes))
    if (sent && fromSent === undefined) {
      const form = addMistake(
        formOf(typed),
        'file',
        'There are no subtitles or words in this file. Choose an .srt, .vtt or .txt file',
      )
      return showWriting(res.status(422), db, person, piece, file, form)
    }
    if (!reading.ok) return showWriting(res.status(422), db, person, piece, file, reading.form)
    const { words, version } = reading.values
    const writing = await inOne(db, trx => writeText(trx, piece, file, person, { words: fromSent ?? words, version }))
    if (writing.outcome === 'conflict') {
      const form = formOf({ words: writing.mine, version: writing.theirs.version })
      const theirs = { words: inTheBox(writing.theirs), by: await nameOf(db, writing.theirs.madeBy) }
      return showWriting(res.status(409), db, person, piece, file, form, theirs)
    }
    await tell(
      db,
      res,
      writing.outcome === 'merged'
        ? 'Saved, together with what somebody else wrote meanwhile.'
        : 'The words are saved.',
    )
    const text = writing.text?.words ? textAddress(piece, writing.text) : `/evidence/${piece.id}`
    res.redirect(303, text)
  })

  return routes
}

function whichOf(piece: Piece, file: PieceFile) {
  return { evidenceId: piece.id, source: sourceFor(file), fileId: file.id }
}

function fileWithWords(piece: Piece, id: string): PieceFile {
  const file = piece.files.find(one => one.id === id && one.kind !== 'image')
  if (!file) throw new NotFound('file')
  return file
}

async function showText(res: Response, db: Db, person: Reader, piece: Piece, text: ReadableText): Promise<void> {
  const file = piece.files.find(one => one.id === text.fileId)
  const mayWrite = mayWriteTexts(person, piece)
  const isNewest = text.replacedAt === null
  const reading = file && (await readingsOf(db, piece)).get(file.id)
  const heading = file ? (text.source === 'transcript' ? `What is said in ${file.name}` : file.name) : piece.title
  const notes = [
    ...(isNewest
      ? []
      : [`This is how it read until ${dayAndTime(text.replacedAt)}. Only whoever keeps the piece sees it.`]),
    ...(file && isNewest && sentenceFor(file, text, reading) ? [sentenceFor(file, text, reading)] : []),
  ]
  show(res, 'evidence/text', {
    title: `${numberOf(piece)}: ${heading}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    heading,
    file: file ? { name: file.name, address: addressOf(file), kind: file.kind } : null,
    text: laidOut(
      underNames(text, (await person.namesIn(db, piece.groupId, piece.loggedBy)).read),
      file ? addressOf(file) : '',
    ),
    captions: captionsOf(piece, text),
    notes,
    writeAt: !mayWrite ? null : file ? `/evidence/${piece.id}/files/${file.id}/text` : `/evidence/${piece.id}/edit`,
    earlier: mayWrite ? await versionsOf(db, piece, text) : [],
    back: `/evidence/${piece.id}`,
  })
}

/** The other versions of a text, for whoever keeps the piece, the newest first. */
async function versionsOf(db: Db, piece: Piece, { id, source, fileId }: ReadableText) {
  const versions = await db
    .selectFrom('readableTexts')
    .leftJoin('people', 'people.id', 'readableTexts.madeBy')
    .select(['readableTexts.id', 'version', 'madeAt', 'replacedAt', 'people.name'])
    .where('evidenceId', '=', piece.id)
    .where('source', '=', source)
    .where('fileId', fileId ? '=' : 'is', fileId)
    .where('words', '<>', '')
    .where('readableTexts.id', '<>', id)
    .orderBy('version', 'desc')
    .execute()
  return versions.map(one => ({
    version: one.version,
    sentence: `${one.name ?? 'Read from the file'}, ${dayAndTime(one.madeAt)}${one.replacedAt === null ? ' (the newest)' : ''}`,
    address: textAddress(piece, one),
  }))
}

async function showWriting(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  file: PieceFile,
  form: FormState,
  theirs: WritingTextPage['theirs'] = null,
): Promise<void> {
  const source = sourceFor(file)
  const heading = source === 'transcript' ? `Write down what is said in ${file.name}` : `The text of ${file.name}`
  show(res, 'evidence/write-text', {
    title: heading,
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    heading,
    source,
    file: { name: file.name, address: addressOf(file), kind: file.kind },
    form,
    address: `/evidence/${piece.id}/files/${file.id}/text`,
    back: `/evidence/${piece.id}`,
    theirs,
  })
}

async function nameOf(db: Db, personId: string | null): Promise<string> {
  const row = personId
    ? await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    : undefined
  return row?.name ?? 'the workbench, from the file'
}
