import { findAction } from '../../actions/actions.js'
import { judgeEffect } from '../../evaluation/judging.js'
import type { Effect } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { type Deed, latest, moment } from './deeds.js'
import { known, type Telling } from './telling.js'

/** What an action did in each school is judged once the group is at its evaluation and has the evidence for it. */
export function effectDeeds(telling: Telling): Deed[] {
  const stage = telling.daysAt('evaluation')
  if (!stage) return []
  const from = daysAfter(stage.from, 3)
  return telling.cycle.effects.map((effect, place) => ({
    at: latest(moment(from, '16:05', 3 * place), ...effect.evidence.map(key => telling.loggedAt(key))),
    act: () => judge(telling, effect, telling.leadOn(from)),
  }))
}

async function judge(telling: Telling, effect: Effect, lead: string): Promise<void> {
  const person = await telling.as(lead)
  const { db } = telling.house
  const action = await findAction(db, person, known(telling.actions, effect.action))
  const { judgement, confidence, whyHere } = effect
  await judgeEffect(db, action, effect.school, person, {
    ...{ judgement, confidence, whyHere, forWhom: ['pupils'] },
    whatHappened: `${effect.whatHappened}\n\nFor whom: ${effect.forWhom}`,
    evidence: effect.evidence.map(key => known(telling.pieces, key)),
  })
}
