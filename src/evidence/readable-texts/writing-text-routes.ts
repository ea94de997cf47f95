import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { receiveWords } from '../../files/receiving/receiving-words.js'
import { whatIsRead } from '../../files/reading/what-is-read.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { namesOf } from '../../people/people.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { fileOf, findEvidence, type Piece, type PieceFile } from '../evidence.js'
import { WrittenTextForm } from '../forms.js'
import { addressOf, numberOf } from '../listing/cards.js'
import type { WritingTextPage } from './pages.js'
import { mayWriteTexts } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import type { ReadableText } from '../tables.js'
import { currentText } from './readable-texts.js'
import { readableTextAddress } from './texts-of-files.js'
import { fromFile, inTheBox, sourceFor, writeText } from './writing-texts.js'

const notYours = 'The text of a file is written by whoever logged the piece.'

/** The text of a file as it is typed, pasted or mended. */
export function writingTextRoutes({ db }: House): Router {
  const routes = Router()

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
    const fromSent = sent && fromFile(sent.name, sent.bytes)
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
      const theirs = { words: inTheBox(writing.theirs), by: await whoWrote(db, writing.theirs) }
      return showWriting(res.status(409), db, person, piece, file, form, theirs)
    }
    await tell(
      db,
      res,
      writing.outcome === 'merged'
        ? 'Saved, together with what somebody else wrote meanwhile.'
        : 'The words are saved.',
    )
    const text = writing.text?.words ? readableTextAddress(piece, writing.text) : `/evidence/${piece.id}`
    res.redirect(303, text)
  })

  return routes
}

function whichOf(piece: Piece, file: PieceFile) {
  return { evidenceId: piece.id, source: sourceFor(file), fileId: file.id }
}

function fileWithWords(piece: Piece, id: string): PieceFile {
  const file = fileOf(piece, id)
  if (file.kind === 'image') throw new NotFound('file')
  return file
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
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    heading,
    source,
    file: { name: file.name, address: addressOf(file), kind: file.kind },
    form,
    read: source === 'transcript' ? [whatIsRead.srt, whatIsRead.vtt] : [],
    address: `/evidence/${piece.id}/files/${file.id}/text`,
    back: `/evidence/${piece.id}`,
    theirs,
  })
}

async function whoWrote(db: Db, { madeBy }: ReadableText): Promise<string> {
  return madeBy === null ? 'the workbench, from the file' : (await namesOf(db, [madeBy]))(madeBy)
}
