import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { aboutRound } from '../rounds.js'
import type { ModerationRound } from '../tables.js'

/** Asks somebody to judge; whoever had left is asked again. */
export async function askJudge(trx: Trx, round: ModerationRound, person: Person, personId: string): Promise<void> {
  const asked = { askedAt: now(), askedBy: person.id, leftAt: null, leavingWord: '' }
  await trx
    .insertInto('moderationJudges')
    .values({ roundId: round.id, personId, ...asked })
    .onConflict(at => at.columns(['roundId', 'personId']).doUpdateSet(asked))
    .execute()
  await record(trx, { kind: 'judges of a moderation round changed', by: person, ...aboutRound(round) })
}

/** Somebody leaves, or is taken out by the leader. What they had judged before the round was opened goes with them. */
export async function letJudgeGo(
  trx: Trx,
  round: ModerationRound,
  person: Person,
  personId: string,
  leavingWord: string,
): Promise<void> {
  await trx
    .updateTable('moderationJudges')
    .set({ leftAt: now(), leavingWord })
    .where('roundId', '=', round.id)
    .where('personId', '=', personId)
    .execute()
  if (round.openedAt === null) await forgetJudgements(trx, round, personId)
  await record(trx, { kind: 'judges of a moderation round changed', by: person, ...aboutRound(round) })
}

async function forgetJudgements(trx: Trx, round: ModerationRound, personId: string): Promise<void> {
  const pieces = trx.selectFrom('moderationPieces').select('id').where('roundId', '=', round.id)
  const theirs = trx
    .selectFrom('moderationJudgements')
    .select('id')
    .where('personId', '=', personId)
    .where('pieceId', 'in', pieces)
  await trx.deleteFrom('moderationMarks').where('judgementId', 'in', theirs).execute()
  await trx.deleteFrom('moderationJudgements').where('personId', '=', personId).where('pieceId', 'in', pieces).execute()
}
