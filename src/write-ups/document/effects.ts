import type { Db } from '../../database.js'
import type { Effect } from '../../evaluation/tables.js'
import { unread } from '../../names/names.js'

/** The effect of an action in one school, with the numbers of the pieces that show it. */
export interface EffectAt extends Effect {
  school: string
  evidence: { id: string; number: number }[]
}

/** The effects of these actions, by school. @param citable the pieces that may be referred to */
export async function effectsOf(
  db: Db,
  actionIds: string[],
  citable: Set<string>,
  inOrder: (one: { name: string }, other: { name: string }) => number,
): Promise<EffectAt[]> {
  if (actionIds.length === 0) return []
  const effects = await db
    .selectFrom('effects')
    .innerJoin('schools', 'schools.id', 'effects.schoolId')
    .selectAll('effects')
    .select(['schools.name', 'schools.name as school'])
    .where('effects.actionId', 'in', actionIds)
    .where('effects.judgement', '<>', '')
    .where('effects.confidence', '<>', '')
    .execute()
  if (effects.length === 0) return []
  const links = await db
    .selectFrom('effectEvidence')
    .innerJoin('evidence', 'evidence.id', 'effectEvidence.evidenceId')
    .select(['effectEvidence.effectId', 'evidence.id', 'evidence.number'])
    .where(
      'effectEvidence.effectId',
      'in',
      effects.map(effect => effect.id),
    )
    .orderBy('evidence.number')
    .execute()
  return unread(effects)
    .sort(inOrder)
    .map(effect => ({
      ...effect,
      evidence: links.filter(link => link.effectId === effect.id && citable.has(link.id)),
    }))
}
