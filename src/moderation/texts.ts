import { NotFound } from '../errors.js'
import type { TextKind } from '../texts/kinds.js'
import { theReason } from './agreeing/agreeing.js'
import { judgementsOf } from './judging/judgements.js'
import { maySeeJudgements, mayWriteReason } from './permissions.js'
import { shownTo } from './pieces/pieces.js'
import { reasonKind } from './pieces/putting-in.js'
import { roundsByIds } from './rounds.js'

/** The reason of an agreed judgement, which those who judged write together. The owner is the piece. */
export const moderationReasons: TextKind = {
  kind: reasonKind,
  ownedBy: null,
  async whose(db, owner) {
    const piece = await db.selectFrom('moderationPieces').select('networkId').where('id', '=', owner).executeTakeFirst()
    return piece && { network: piece.networkId }
  },
  async find(db, person, owner, field) {
    const row = await db.selectFrom('moderationPieces').selectAll().where('id', '=', owner).executeTakeFirst()
    const [found] = row ? await roundsByIds(db, person, [row.roundId]) : []
    const [piece] = row && found ? await shownTo(db, person, [row]) : []
    if (!row || !found || !piece || field !== theReason) throw new NotFound('text')
    const hasJudged = (await judgementsOf(db, [row.id], person.id)).length > 0
    if (!maySeeJudgements(person, found, hasJudged)) throw new NotFound('text')
    return {
      mayWrite: mayWriteReason(person, found, row, hasJudged),
      label: 'Why: written together',
      back: `/networks/${row.networkId}/moderation/${row.roundId}/pieces/${row.id}#f-${theReason}`,
    }
  },
}
