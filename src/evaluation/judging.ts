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
import type { Judgement, Whom } from './words.js'

export interface JudgedEffect {
  judgement: Judgement
  confidence: Sure
  whatHappened: string
  /** How the school's own circumstances explain it. */
  whyHere?: string
  forWhom?: Whom[]
  /** Ids of pieces of the group that show it; left out, the evidence stays as it is. */
  evidence?: string[]
}

/**
 * Says what an action did in one school, for the first time or anew. The school joins the action if it was not on it.
 * @param values.version the version that the words were written upon, 0 for the first time; left out, nothing is compared.
 * @returns false, and changes nothing, when somebody else has judged it meanwhile.
 */
export async function judgeEffect(
  trx: Trx,
  action: FoundAction,
  schoolId: string,
  person: Reader,
  { version, evidence, ...values }: JudgedEffect & { version?: number },
): Promise<boolean> {
  const current = await trx
    .selectFrom('effects')
    .select(['id', 'version'])
    .where('actionId', '=', action.id)
    .where('schoolId', '=', schoolId)
    .executeTakeFirst()
  if (version !== undefined && version !== (current?.version ?? 0)) return false
  await bringSchoolsIn(trx, action.id, [schoolId], person)
  const { forWhom = [], whyHere = '', ...rest } = values
  const effect = { ...rest, whyHere, forWhom: forWhom.join(', '), judgedAt: now(), judgedBy: person.id }
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
  const school = await trx.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()
  await record(trx, { kind: 'effect judged', by: person, ...aboutAction(action), school: school.name })
  return true
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
