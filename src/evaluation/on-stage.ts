import type { StagePart } from '../enquiries/stages/stage-parts.js'
import { type EffectsGrid, effectsOf } from './effects.js'
import { mayJudgeEffectsIn } from './permissions.js'

export interface EffectsOnStage {
  grid: EffectsGrid
  /** `/groups/reading` */
  group: string
  may: { judge: boolean }
}

/** The effects grid stands on the evaluation stage. */
export const effectsOnStage: StagePart<EffectsOnStage> = {
  stage: 'evaluation',
  view: 'evaluation/_on-stage',
  async load(db, person, enquiry) {
    const grid = await effectsOf(db, person, enquiry)
    const may = { judge: mayJudgeEffectsIn(enquiry) }
    if (grid.rows.length === 0 && !may.judge) return undefined
    return { grid, group: `/groups/${enquiry.groupId}`, may }
  },
  async needs(db, enquiry) {
    const tried = await db
      .selectFrom('actionSchools')
      .innerJoin('actions', 'actions.id', 'actionSchools.actionId')
      .leftJoin('effects', join =>
        join
          .onRef('effects.actionId', '=', 'actionSchools.actionId')
          .onRef('effects.schoolId', '=', 'actionSchools.schoolId')
          .on('effects.judgement', '<>', '')
          .on('effects.confidence', '<>', ''),
      )
      .select('effects.id as effectId')
      .where('actions.enquiryId', '=', enquiry.id)
      .where('actions.removedAt', 'is', null)
      .execute()
    return [
      {
        stage: 'evaluation' as const,
        text: 'What every action did in every school that tried it',
        met: tried.length > 0 && tried.every(one => one.effectId !== null),
        href: `/groups/${enquiry.groupId}/evaluation`,
      },
    ]
  },
}
