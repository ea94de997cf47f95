import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { readersOfPiece } from '../../reach/ways.js'
import { plainWords } from '../../search/plain.js'
import type { Entry, Found } from '../../search/searchables.js'
import { today } from '../../web/now.js'
import { evidenceByIds, type Piece, piecesWithIds } from '../evidence.js'
import { kindNamed } from '../kinds.js'
import { numberOf } from '../listing/cards.js'

/** Pieces that somebody may come upon, by their ids: gaps are nobody's. */
export async function piecesToFind(db: Db, ids: string[]): Promise<Map<string, Piece>> {
  return byId((await piecesWithIds(db, ids)).filter(piece => !piece.gap))
}

/** Those of the pieces that this person comes upon, by their ids. @param person undefined for somebody who is not signed in */
export async function piecesFoundBy(db: Db, person: Reader | undefined, ids: string[]): Promise<Map<string, Piece>> {
  return byId(person ? await evidenceByIds(db, person, ids) : [])
}

function byId(pieces: Piece[]): Map<string, Piece> {
  return new Map(pieces.map(piece => [piece.id, piece]))
}

/** Where a piece, or something in it, stands in the index, and who may come upon it. */
export function placedAsPiece(piece: Piece, kinds: string[] = []): Omit<Entry, 'record' | 'title' | 'words'> {
  return {
    day: piece.gatheredOn,
    readers: readersOfPiece({ ...piece, schoolIds: piece.schools.map(school => school.id) }, today()),
    about: {
      kinds: [piece.kind, ...kinds],
      schools: piece.schools.map(school => school.id),
      group: piece.groupId,
      by: piece.loggedBy,
      stage: piece.stage,
    },
  }
}

/** Everything about a find that is the piece's. */
export function foundInPiece(piece: Piece, kinds: string[] = []): Omit<Found, 'record' | 'title' | 'words'> {
  return {
    thing: `piece ${piece.id}`,
    label: numberOf(piece),
    kind: kindNamed(piece.kind),
    href: `/evidence/${piece.id}`,
    day: piece.gatheredOn,
    schools: piece.schools,
    group: { id: piece.groupId, name: piece.groupName },
    by: piece.loggedBy,
    kinds: [piece.kind, ...kinds],
    stage: piece.stage,
  }
}

export function titleOfPiece(piece: Piece): string {
  return `${numberOf(piece)} ${piece.title}`
}

export function wordsOfPiece(piece: Piece): string {
  const files = piece.files.flatMap(file => [file.alt, file.name])
  return [plainWords(piece.whatWeSaw), ...files].filter(Boolean).join('\n\n')
}
