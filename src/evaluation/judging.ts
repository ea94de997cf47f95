import type { FoundAction } from '../actions/actions.js'
import { aboutAction } from '../actions/as-fact.js'
import { bringSchoolsIn } from '../actions/schools/schools.js'
import { mayBeLinked } from '../claims/linking/linking.js'
import { piecesById } from '../claims/linking/pieces.js'
import type { Sure } from '../claims/sure.js'
import type { Trx } from '../database.js'
import { record } from '../facts/facts.js'
import type { Reader } from '../names/reader.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { isJudged } from './judged.js'
import type { Effect } from './tables.js'
import type { Judgement, Whom } from './words.js'

export interface JudgedEffect {
  /** Empty, like `confidence`, while it has not been chosen yet. */
  judgement: Judgement | ''
  confidence: Sure | ''
  whatHappened: string
  /** How the school's own circumstances explain it. */
  whyHere?: string
  forWhom?: Whom[]
  /** Ids of pieces of the group that show it; left out, the evidence stays as it is. */
  evidence?: string[]
}

/**
 * Says what an action did in one school, for the first time or anew. The school joins the action if it was not on it.
 * @param isAsTyped it is saved while it is typed: colleagues are told once, when it has become a judgement
 */
export async function judgeEffect(
  trx: Trx,
  action: FoundAction,
  schoolId: string,
  person: Reader,
  { evidence, forWhom = [], whyHere = '', ...values }: JudgedEffect,
  { isAsTyped = false } = {},
): Promise<void> {
  const current = await trx
    .selectFrom('effects')
    .selectAll()
    .where('actionId', '=', action.id)
    .where('schoolId', '=', schoolId)
    .executeTakeFirst()
  await bringSchoolsIn(trx, action.id, [schoolId], person)
  const effect = { ...values, whyHere, forWhom: forWhom.join(', '), judgedAt: now(), judgedBy: person.id }
  const id = current?.id ?? newId()
  if (current)
    await trx
      .updateTable('effects')
      .set({ ...effect, version: current.version + 1 })
      .where('id', '=', id)
      .execute()
  else
    await trx
      .insertInto('effects')
      .values({ ...effect, id, actionId: action.id, schoolId })
      .execute()
  if (evidence) await restOn(trx, id, action, evidence, person)
  const about = { by: person, ...aboutAction(action) }
  if (isAsTyped && !isNewsWhileTyped(effect, current))
    return void (await record(trx, { kind: 'effect typed', ...about }))
  const school = await trx.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()
  await record(trx, { kind: 'effect judged', ...about, school: school.name })
}

const ONE_SITTING = 60 * 60 * 1000

/** Whoever fills in a cell saves it many times: it is told when it becomes a judgement, or is looked at again another time. */
function isNewsWhileTyped(
  effect: Pick<Effect, 'judgement' | 'confidence' | 'judgedBy' | 'judgedAt'>,
  current: Pick<Effect, 'judgement' | 'confidence' | 'judgedBy' | 'judgedAt'> | undefined,
): boolean {
  if (!isJudged(effect)) return false
  if (!current || !isJudged(current)) return true
  const since = Date.parse(effect.judgedAt) - Date.parse(current.judgedAt)
  return current.judgedBy !== effect.judgedBy || since > ONE_SITTING
}

/** The effect rests on these pieces from now on. Gaps that it rested on stay, so that it shows where it weakened. */
async function restOn(
  trx: Trx,
  effectId: string,
  action: FoundAction,
  pieceIds: string[],
  person: Reader,
): Promise<void> {
  const before = await trx.selectFrom('effectEvidence').select('evidenceId').where('effectId', '=', effectId).execute()
  const known = await piecesById(trx, person, [...pieceIds, ...before.map(one => one.evidenceId)])
  const readable = [...known.values()].filter(piece => !piece.gap).map(piece => piece.id)
  const chosen = pieceIds.filter(id => known.has(id) && mayBeLinked(action, known.get(id)!))
  if (readable.length > 0)
    await trx
      .deleteFrom('effectEvidence')
      .where('effectId', '=', effectId)
      .where('evidenceId', 'in', readable)
      .execute()
  for (const evidenceId of new Set(chosen))
    await trx
      .insertInto('effectEvidence')
      .values({ effectId, evidenceId })
      .onConflict(c => c.doNothing())
      .execute()
}
