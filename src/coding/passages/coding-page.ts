import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { addressOf, numberOf } from '../../evidence/listing/cards.js'
import { findEvidence, type Piece } from '../../evidence/evidence.js'
import { laidOut } from '../../evidence/readable-texts/laying-out.js'
import { readableTextsOf } from '../../evidence/readable-texts/readable-texts.js'
import type { ReadableText } from '../../evidence/tables.js'
import type { Reader } from '../../names/reader.js'
import { formOf, type FormState } from '../../web/read.js'
import { bookOf, type CodeInBook, codeChoices, findCodingGroup } from '../codebook/book.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { blindCodingsOn, type CodedPassage, codingsOf, countLostOn } from './codings.js'
import { type Mark, runsOf } from './marking-up.js'
import { memosOnPiece, type PassageMemo } from '../memos/memos.js'
import type { CodedText, CodingPage, ListedCoding } from './pages.js'
import { mayCodeNow } from '../permissions.js'
import { isHere } from '../blind-readings/presence.js'
import { blindReadingGoingOn } from '../blind-readings/blind-readings.js'
import { sentencesOf } from './sentences.js'
import { stepsShown } from '../undoing/undo-bar.js'

/** A piece that a member codes: with its group, its texts, and the blind reading it belongs to for this person. */
export interface PieceToCode {
  piece: Piece
  enquiry: Enquiry
  texts: ReadableText[]
  blindReading: Awaited<ReturnType<typeof blindReadingGoingOn>>
}

/** @throws NotFound unless the person is in the piece's group and may read it */
export async function findPieceToCode(db: Db, person: Reader, id: string): Promise<PieceToCode> {
  const piece = await findEvidence(db, person, id)
  if (!person.isVolunteerIn(piece.groupId)) throw new NotFound('piece of evidence')
  const enquiry = await findCodingGroup(db, person, piece.groupId)
  return {
    piece,
    enquiry,
    texts: await readableTextsOf(db, piece),
    blindReading: await blindReadingGoingOn(db, person, id),
  }
}

/** The page on which a piece is coded, as this person may see it now. */
export async function codingPage(db: Db, person: Reader, found: PieceToCode, form?: FormState): Promise<CodingPage> {
  const { piece, enquiry, texts, blindReading } = found
  const address = `/evidence/${piece.id}/coding`
  const book = await bookOf(db, enquiry)
  const codings = blindReading
    ? await blindCodingsOn(db, person, enquiry, blindReading.id, piece.id)
    : await codingsOf(db, person, enquiry, { evidenceId: piece.id })
  const memos = await memosOnPiece(db, person, enquiry, piece.id, blindReading?.id ?? null)
  const offered = blindReading ? book.filter(code => blindReading.codeIds.includes(code.id)) : book
  return {
    title: `Coding ${numberOf(piece)} ${piece.title}`,
    ...aroundCoding(enquiry, codesCrumb(enquiry), { href: `/evidence/${piece.id}`, text: numberOf(piece) }),
    number: numberOf(piece),
    heading: piece.title,
    pieceHref: `/evidence/${piece.id}`,
    address,
    texts: texts.map(text => codedText(piece, text, codings, memos, book)),
    players: playersOf(piece, texts),
    codes: codeChoices(offered),
    known: offered
      .filter(code => !code.retiredAt)
      .map(({ id, name, mark, colour, path, description }) => ({ id, name, mark, colour, path, description })),
    others: isHere(piece.id, person),
    isDraft: piece.sharedWithGroupAt === null,
    lost: blindReading ? 0 : await countLostOn(db, piece.id),
    reading: blindReading && {
      number: blindReading.number,
      href: `/readings/${blindReading.id}`,
      done: blindReading.secondDoneAt !== null,
    },
    steps: await stepsShown(db, person, enquiry, address),
    form: form ?? formOf(),
    may: { code: mayCodeNow(enquiry, blindReading), newCode: !blindReading },
  }
}

function codedText(
  piece: Piece,
  text: ReadableText,
  codings: CodedPassage[],
  memos: PassageMemo[],
  book: CodeInBook[],
): CodedText {
  const codes = new Map(book.map(code => [code.id, code]))
  const own = codings.filter(one => one.textId === text.id && codes.has(one.codeId))
  const noted = memos.filter(one => one.textId === text.id)
  const sentences = sentencesOf(text.words)
  const drawn = [
    ...own.map(({ id, startsAt, endsAt, codeId }) => {
      const { mark, colour } = codes.get(codeId)!
      return { id, startsAt, endsAt, mark, colour }
    }),
    ...noted.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt, mark: '✎', colour: 'memo' })),
  ]
  return {
    id: text.id,
    name: nameOfText(piece, text),
    source: text.source,
    stretches: inStretches(piece, text, drawn),
    sentences: sentences.map((place, at) => ({ ...place, text: `${at + 1}. ${begun(text.words, place)}` })),
    listed: listedCodings(own, noted, codes),
  }
}

function inStretches(piece: Piece, text: ReadableText, drawn: Mark[]): CodedText['stretches'] {
  const file = piece.files.find(one => one.id === text.fileId)
  const { stretches } = laidOut(text, file && addressOf(file))
  const runs = runsOf(
    text.words,
    drawn,
    stretches.map(one => one.startsAt),
  )
  return stretches.map(one => ({
    ...one,
    runs: runs.filter(run => run.startsAt >= one.startsAt && run.startsAt < one.endsAt),
  }))
}

/** What is heard and seen while its transcript is coded. */
function playersOf(piece: Piece, texts: ReadableText[]): CodingPage['players'] {
  const transcribed = new Set(texts.filter(one => one.source === 'transcript').map(one => one.fileId))
  return piece.files.flatMap(file => {
    const { id, name, kind } = file
    return transcribed.has(id) && (kind === 'sound' || kind === 'film')
      ? [{ id, name, address: addressOf(file), kind }]
      : []
  })
}

/** The codings and memos of a text in the order of its words, as a screen reader walks them. */
function listedCodings(codings: CodedPassage[], memos: PassageMemo[], codes: Map<string, CodeInBook>): ListedCoding[] {
  const lines = [
    ...codings.map(one => ({
      id: one.id,
      passageId: one.passageId,
      startsAt: one.startsAt,
      words: one.words,
      by: one.madeByName,
      at: one.madeAt,
      code: codes.get(one.codeId)!,
      memo: null,
    })),
    ...memos.map(one => ({
      id: one.id,
      passageId: one.passageId!,
      startsAt: one.startsAt,
      words: one.quoted,
      by: one.writtenByName,
      at: one.writtenAt,
      code: null,
      memo: one.words,
    })),
  ]
  return lines.sort((one, other) => one.startsAt - other.startsAt)
}

function nameOfText(piece: Piece, text: ReadableText): string {
  if (text.source === 'words') return 'What was seen'
  const file = piece.files.find(one => one.id === text.fileId)?.name ?? 'the file'
  return text.source === 'transcript' ? `What is said in ${file}` : file
}

function begun(words: string, { startsAt, endsAt }: { startsAt: number; endsAt: number }): string {
  const sentence = words.slice(startsAt, endsAt).replace(/\s+/g, ' ')
  return sentence.length > 70 ? `${sentence.slice(0, 70).replace(/\s\S*$/, '')} …` : sentence
}
