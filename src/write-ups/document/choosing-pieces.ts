import type { Db, Trx } from '../../database.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Piece } from '../../evidence/evidence.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { WriteUp, WriteUpPieceTable } from '../tables.js'
import { aboutWriteUp, type FoundWriteUp } from '../write-ups.js'

type How = WriteUpPieceTable['how']

/** By their ids, the pieces that the group leaves out of its write-up, and those that it lists besides. */
export interface PiecesChosen {
  leftOut: string[]
  listed: string[]
}

export async function piecesChosen(db: Db, writeUp: Pick<WriteUp, 'id'>): Promise<PiecesChosen> {
  const rows = await db
    .selectFrom('writeUpPieces')
    .select(['evidenceId', 'how'])
    .where('writeUpId', '=', writeUp.id)
    .where('endedAt', 'is', null)
    .execute()
  const of = (how: How) => rows.filter(row => row.how === how).map(row => row.evidenceId)
  return { leftOut: of('left out'), listed: of('listed') }
}

/** From now on the write-up goes without these pieces; where its words speak of one, it says that it is left out. */
export async function leaveOutPieces(trx: Trx, writeUp: FoundWriteUp, person: Person, pieces: Piece[]): Promise<void> {
  await endChoices(trx, writeUp, person, 'listed', pieces)
  await choose(trx, writeUp, person, 'left out', pieces)
}

/** These pieces are told again where the words speak of them. */
export async function takeInPieces(trx: Trx, writeUp: FoundWriteUp, person: Person, pieces: Piece[]): Promise<void> {
  const taken = await endChoices(trx, writeUp, person, 'left out', pieces)
  await say(trx, writeUp, person, 'pieces taken into a write-up', taken)
}

/** These pieces stand in the list of the evidence, also where no words refer to them. */
export async function listPieces(trx: Trx, writeUp: FoundWriteUp, person: Person, pieces: Piece[]): Promise<void> {
  await choose(trx, writeUp, person, 'listed', pieces)
}

/** They stand in the list only where words refer to them. */
export async function unlistPieces(trx: Trx, writeUp: FoundWriteUp, person: Person, pieces: Piece[]): Promise<void> {
  const ended = await endChoices(trx, writeUp, person, 'listed', pieces)
  await say(trx, writeUp, person, 'pieces listed no more in a write-up', ended)
}

async function choose(trx: Trx, writeUp: FoundWriteUp, person: Person, how: How, pieces: Piece[]): Promise<void> {
  const there = await piecesChosen(trx, writeUp)
  const already = new Set(how === 'left out' ? there.leftOut : there.listed)
  const chosen = pieces.filter(piece => !already.has(piece.id))
  if (chosen.length === 0) return
  const by = { writeUpId: writeUp.id, how, chosenAt: now(), chosenBy: person.id, endedAt: null, endedBy: null }
  await trx
    .insertInto('writeUpPieces')
    .values(chosen.map(piece => ({ id: newId(), evidenceId: piece.id, ...by })))
    .execute()
  const kind = how === 'left out' ? 'pieces left out of a write-up' : 'pieces listed in a write-up'
  await say(trx, writeUp, person, kind, chosen)
}

/** @returns those of the pieces that had been chosen so */
async function endChoices(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Person,
  how: How,
  pieces: Piece[],
): Promise<Piece[]> {
  const there = await piecesChosen(trx, writeUp)
  const chosen = new Set(how === 'left out' ? there.leftOut : there.listed)
  const ended = pieces.filter(piece => chosen.has(piece.id))
  if (ended.length === 0) return []
  await trx
    .updateTable('writeUpPieces')
    .set({ endedAt: now(), endedBy: person.id })
    .where('writeUpId', '=', writeUp.id)
    .where('how', '=', how)
    .where('endedAt', 'is', null)
    .where(
      'evidenceId',
      'in',
      ended.map(piece => piece.id),
    )
    .execute()
  return ended
}

type Said =
  | 'pieces left out of a write-up'
  | 'pieces taken into a write-up'
  | 'pieces listed in a write-up'
  | 'pieces listed no more in a write-up'

async function say(trx: Trx, writeUp: FoundWriteUp, person: Person, kind: Said, pieces: Piece[]): Promise<void> {
  if (pieces.length === 0) return
  await record(trx, { kind, by: person, ...aboutWriteUp(writeUp), pieces: pieces.map(numberOf) })
}
