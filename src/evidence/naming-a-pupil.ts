import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { renewReach } from '../reach/renewing.js'
import { now } from '../web/now.js'
import { numberOf } from './cards.js'
import type { Piece } from './evidence.js'
import { auditPiece, rememberPiece } from './remembering.js'

/** Somebody saw that a pupil can be known by name: the piece stays within the group until that is mended. */
export async function marksNamesPupil(db: Db, piece: Piece, person: Person): Promise<void> {
  await set(db, piece, person, now(), `said that ${numberOf(piece)} may name a pupil`)
}

/** The name is gone. The piece goes out again as far as it had been shared. */
export async function clearsNamesPupil(db: Db, piece: Piece, person: Person): Promise<void> {
  await set(db, piece, person, null, `said that no pupil is named in ${numberOf(piece)}`)
}

async function set(db: Db, piece: Piece, person: Person, at: string | null, did: string): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx.updateTable('evidence').set({ namesPupilAt: at }).where('id', '=', piece.id).execute()
    await renewReach(trx, [piece.id])
    if (piece.sharedWithGroupAt) await rememberPiece(trx, piece, person, did)
    await auditPiece(trx, piece, person, at ? 'flagged a named pupil' : 'cleared a named pupil')
  })
}
