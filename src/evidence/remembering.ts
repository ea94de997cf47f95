import type { Trx } from '../database.js'
import { remember } from '../groups/history.js'
import { noteInAudit } from '../people/audit.js'
import type { Person } from '../people/person.js'
import type { Piece } from './evidence.js'

/** A line in the group's history; it names a piece by its number, never by its words. */
export function rememberPiece(trx: Trx, piece: Piece, person: Person, did: string, because?: string): Promise<void> {
  const about = { networkId: piece.networkId, groupId: piece.groupId, aboutKind: 'evidence', aboutId: piece.id }
  return remember(trx, about, person, did, because ?? null)
}

/** A line in the audit trail, for everything that changes who can see a piece. */
export function auditPiece(trx: Trx, piece: Piece, person: Person, did: string): Promise<void> {
  return noteInAudit(trx, {
    personId: person.id,
    did,
    aboutKind: 'evidence',
    aboutId: piece.id,
    networkId: piece.networkId,
  })
}
