import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Piece } from '../../evidence/evidence.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { shareSeveral } from '../../evidence/sharing/sharing-several.js'
import type { CameOf } from '../../evidence/sharing/sharing-several.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutWriteUp, type FoundWriteUp } from '../../write-ups/write-ups.js'
import type { PieceRequest } from '../tables.js'

/** What authors were asked about their pieces for this write-up; of each piece the newest question, the oldest first. */
export async function requestsOf(db: Db, writeUp: FoundWriteUp): Promise<AskedPiece[]> {
  const rows = await db
    .selectFrom('pieceRequests')
    .innerJoin('people as asked', 'asked.id', 'pieceRequests.askedOf')
    .innerJoin('people as asking', 'asking.id', 'pieceRequests.askedBy')
    .selectAll('pieceRequests')
    .select(['asked.name as askedName', 'asking.name as askingName'])
    .where('pieceRequests.writeUpId', '=', writeUp.id)
    .orderBy('pieceRequests.askedAt')
    .execute()
  return [...new Map(writeUp.enquiry.names.read(rows).map(row => [row.evidenceId, row])).values()]
}

export interface AskedPiece extends Omit<PieceRequest, 'because'> {
  because: string
  askedName: string
  askingName: string
}

/**
 * Asks each author about all of these pieces of theirs at once. Nobody is asked about a piece again before they answered.
 * @returns the authors who were asked, by name
 */
export async function askAuthors(trx: Trx, writeUp: FoundWriteUp, person: Person, pieces: Piece[]): Promise<string[]> {
  const open = new Set((await requestsOf(trx, writeUp)).filter(isUnanswered).map(one => one.evidenceId))
  const fresh = pieces.filter(piece => !open.has(piece.id) && !piece.authorLeft && piece.loggedBy !== person.id)
  if (fresh.length === 0) throw new Conflict('Their authors have been asked about these pieces already.')
  const asked = {
    writeUpId: writeUp.id,
    askedAt: now(),
    askedBy: person.id,
    answer: null,
    because: '',
    answeredAt: null,
  }
  await trx
    .insertInto('pieceRequests')
    .values(fresh.map(piece => ({ id: newId(), evidenceId: piece.id, askedOf: piece.loggedBy, ...asked })))
    .execute()
  await record(trx, { kind: 'pieces asked for', by: person, ...aboutWriteUp(writeUp), pieces: fresh.map(numberOf) })
  return [...new Set(fresh.map(piece => piece.author))]
}

/** The author shares what they were asked for, as far as those in it agreed; what was shared is answered. */
export async function shareAsAsked(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Reader,
  pieces: Piece[],
  naming: Set<string>,
  nobody: Set<string>,
): Promise<CameOf> {
  const cameOf = await shareSeveral(trx, person, pieces, naming, nobody)
  await answer(trx, writeUp, person, cameOf.done, 'shared', '')
  return cameOf
}

/** The author keeps these pieces back, and says why. */
export async function keepBack(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Person,
  pieces: Piece[],
  because: string,
): Promise<void> {
  await answer(trx, writeUp, person, pieces, 'kept back', because)
  await record(trx, { kind: 'pieces kept back', by: person, ...aboutWriteUp(writeUp), pieces: pieces.map(numberOf) })
}

async function answer(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Person,
  pieces: Piece[],
  given: NonNullable<PieceRequest['answer']>,
  because: string,
): Promise<void> {
  if (pieces.length === 0) return
  await trx
    .updateTable('pieceRequests')
    .set({ answer: given, because, answeredAt: now() })
    .where('writeUpId', '=', writeUp.id)
    .where('askedOf', '=', person.id)
    .where('answeredAt', 'is', null)
    .where(
      'evidenceId',
      'in',
      pieces.map(piece => piece.id),
    )
    .execute()
}

export function isUnanswered(one: Pick<PieceRequest, 'answeredAt'>): boolean {
  return one.answeredAt === null
}
