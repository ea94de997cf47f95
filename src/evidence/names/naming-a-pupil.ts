import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { renewReach } from '../../reach/renewing.js'
import { now } from '../../web/now.js'
import type { Piece } from '../evidence.js'
import { aboutPiece } from '../as-fact.js'

/** Somebody saw that a pupil can be known by name: the piece stays within the group until that is mended. */
export async function marksNamesPupil(trx: Trx, piece: Piece, person: Person): Promise<void> {
  await set(trx, piece, person, now())
}

/** The name is gone. The piece goes out again as far as it had been shared. */
export async function clearsNamesPupil(trx: Trx, piece: Piece, person: Person): Promise<void> {
  await set(trx, piece, person, null)
}

async function set(trx: Trx, piece: Piece, person: Person, at: string | null): Promise<void> {
  await trx.updateTable('evidence').set({ namesPupilAt: at }).where('id', '=', piece.id).execute()
  await renewReach(trx, [piece.id])
  await record(trx, { kind: at ? 'pupil flagged' : 'pupil cleared', by: person, ...aboutPiece(piece) })
}
