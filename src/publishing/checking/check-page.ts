import { numberOf, opening, pictureOf } from '../../evidence/listing/cards.js'
import type { Piece } from '../../evidence/evidence.js'
import { piecesWithIds } from '../../evidence/evidence.js'
import { kindNamed } from '../../evidence/kinds.js'
import { mayDescribePictures } from '../../evidence/permissions.js'
import { numbersNotShared } from '../../instruments/measures/not-shared.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import { type FormState, formOf } from '../../web/read.js'
import { grouped } from '../../words/grouped.js'
import { listed } from '../../words/words.js'
import { draftOf } from '../../write-ups/document/draft.js'
import { frameOf } from '../../write-ups/document/frame.js'
import { mayWriteUp } from '../../write-ups/permissions.js'
import { addressOf, type FoundWriteUp, writeUpAddress } from '../../write-ups/write-ups.js'
import { requestsOf } from '../asking/asking.js'
import type { CheckPage, PieceToMend } from '../pages.js'
import { maySubmit } from '../permissions.js'
import { stopsFor } from './publication-check.js'
import { type Doing, piecesStopped, type StoppedPiece } from './what-can-be-done.js'
import { type Stop, type StopKind, stopKinds } from './what-is-checked.js'

/** Everything that stands in the way, by what this person can do about it. @param kind narrows it to one kind */
export async function checkPage(
  house: DbAndKeys,
  person: Reader,
  writeUp: FoundWriteUp,
  { kind = '', form = formOf() }: { kind?: StopKind | ''; form?: FormState } = {},
): Promise<CheckPage & { title: string }> {
  const { db } = house
  const draft = await draftOf(db, writeUp)
  const all = await stopsFor(house, draft)
  const stops = all.filter(stop => kind === '' || stop.kind === kind)
  const shown = new Set(stops.flatMap(stop => stop.piece?.id ?? []))
  const requests = await requestsOf(db, writeUp)
  const pieces = piecesStopped(person, all, draft.pieces, requests).filter(({ id }) => shown.has(id))
  const of = (doing: Doing) => pieces.filter(one => one.doing === doing).map(toMend)
  const address = addressOf(writeUp)
  return {
    title: `Publication check, ${writeUp.enquiry.groupName}`,
    ...frameOf(writeUp),
    address: `${address}/check`,
    back: writeUpAddress(writeUp.enquiry),
    total: all.length,
    kind,
    kinds: kindsIn(all),
    notShared: await numbersNotShared(db, writeUp.enquiry),
    share: of('share'),
    nobody: of('nobody'),
    agreed: of('agreed'),
    look: of('look'),
    gone: of('gone'),
    ask: byAuthor(pieces.filter(one => one.doing === 'ask')),
    asked: byAuthor(pieces.filter(one => one.doing === 'asked' || one.doing === 'kept back')),
    pictures: picturesToDescribe(person, pieces, draft.pieces, form),
    names: stops.flatMap(({ name, mendAt, mend }) => (name ? [{ words: name.words, at: mendAt, look: mend }] : [])),
    others: stops.filter(stop => !stop.piece && !stop.name),
    leftOut: (await piecesWithIds(db, draft.chosen.leftOut))
      .sort((one, other) => one.number - other.number)
      .map(piece => ({ id: piece.id, number: numberOf(piece), title: piece.gap ? '' : titleOf(draft.pieces, piece) })),
    submit: maySubmit(writeUp.enquiry) ? `${address}/submitting` : null,
    form,
    may: { mend: mayWriteUp(writeUp.enquiry) },
  }
}

/** What was taken back to a draft meanwhile is its author's alone again. */
function titleOf(shared: Piece[], piece: Piece): string {
  return shared.some(({ id }) => id === piece.id) ? piece.title : ''
}

function toMend({ id, number, piece, stops, request }: StoppedPiece): PieceToMend {
  return {
    id,
    number,
    title: piece?.title ?? '',
    words: piece ? opening(piece.whatWeSaw, 140) : '',
    facts: piece ? [kindNamed(piece.kind), listed(piece.schools.map(one => one.name))].filter(Boolean).join(', ') : '',
    because: stops.map(stop => stop.because.replace(` in ${number}.`, ' in it.')),
    href: piece ? `/evidence/${id}` : null,
    consent: piece ? `/evidence/${id}/consent` : null,
    asked: request
      ? {
          at: request.askedAt,
          by: request.askingName,
          because: request.answer === 'kept back' ? request.because : null,
        }
      : null,
  }
}

function byAuthor(pieces: StoppedPiece[]): CheckPage['ask'] {
  const authors = grouped(pieces, one => one.piece!.loggedBy)
  return [...authors].map(([id, own]) => ({ id, name: own[0]!.piece!.author, pieces: own.map(toMend) }))
}

function picturesToDescribe(
  person: Reader,
  stopped: StoppedPiece[],
  pieces: Piece[],
  form: FormState,
): CheckPage['pictures'] {
  const wordless = new Set(stopped.filter(one => one.stops.some(stop => stop.kind === 'picture')).map(one => one.id))
  return pieces
    .filter(piece => wordless.has(piece.id) && mayDescribePictures(person, piece))
    .flatMap(piece =>
      piece.files
        .filter(file => file.kind === 'image' && file.alt.trim() === '')
        .map(file => ({
          field: `alt-${file.id}`,
          number: numberOf(piece),
          title: piece.title,
          picture: pictureOf(file),
          value: [form.values[`alt-${file.id}`] ?? ''].flat()[0]!,
        })),
    )
}

/** How many of each kind, for the write-up’s own page. */
export function kindsIn(stops: Stop[]): { kind: StopKind; name: string; count: number }[] {
  return stopKinds
    .map(({ kind, name }) => ({ kind, name, count: stops.filter(stop => stop.kind === kind).length }))
    .filter(one => one.count > 0)
}
