import type { HoldsSchools } from '../actions/schools/holding.js'
import { written } from '../names/written.js'

/** Schools of which somebody has said what the action did there; a cell that was emptied again holds nothing. */
export const schoolsWithEffects: HoldsSchools = async (db, actionId) => {
  const effects = await db
    .selectFrom('effects')
    .leftJoin('effectEvidence', 'effectEvidence.effectId', 'effects.id')
    .select('effects.schoolId')
    .distinct()
    .where('effects.actionId', '=', actionId)
    .where(eb =>
      eb.or([
        eb('judgement', '!=', ''),
        eb('confidence', '!=', ''),
        eb('whatHappened', '!=', written('')),
        eb('whyHere', '!=', written('')),
        eb('forWhom', '!=', written('')),
        eb('effectEvidence.evidenceId', 'is not', null),
      ]),
    )
    .execute()
  return effects.map(one => one.schoolId)
}
