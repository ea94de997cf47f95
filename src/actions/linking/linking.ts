import { mayBeLinked, whyNot } from '../../claims/linking/linking.js'
import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Evidence } from '../../evidence/tables.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { FoundAction } from '../actions.js'
import { aboutAction } from '../as-fact.js'

type Piece = Pick<Evidence, 'id' | 'number' | 'groupId' | 'reach'>

/** Says that a piece shows something of the action. @throws Conflict for another group's, private or withdrawn pieces */
export async function linkToAction(trx: Trx, action: FoundAction, piece: Piece, person: Person): Promise<void> {
  if (!mayBeLinked(action, piece)) throw new Conflict(whyNot(piece))

  const link = { actionId: action.id, evidenceId: piece.id, linkedAt: now(), linkedBy: person.id }
  const linked = await trx
    .insertInto('actionEvidence')
    .values(link)
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  if (linked.numInsertedOrUpdatedRows === 0n) return
  await record(trx, { kind: 'evidence linked to an action', by: person, ...aboutAction(action), piece: piece.number })
}

export async function unlinkFromAction(
  trx: Trx,
  action: FoundAction,
  piece: Pick<Evidence, 'id' | 'number'>,
  person: Person,
): Promise<void> {
  const gone = await trx
    .deleteFrom('actionEvidence')
    .where('actionId', '=', action.id)
    .where('evidenceId', '=', piece.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(trx, {
    kind: 'evidence unlinked from an action',
    by: person,
    ...aboutAction(action),
    piece: piece.number,
  })
}
