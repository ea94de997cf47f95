import { fieldsOf } from '../../enquiries/stages/stage-fields.js'
import { judgements } from '../../evaluation/words.js'
import type { EffectAt } from '../document/effects.js'
import type { Logged } from '../document/logged.js'
import { effectInCell, effectSaid, forWhomSaid, madeNoDifference, notJudgedYet, notTried } from '../sentences.js'
import { list, references, said, stacked, table, under } from './markdown.js'

const [, , nothingSeen, worse] = judgements

/** The grid of effects, then what happened in each school and why there; then what changed for whom. */
export function composeEffects({ actions, effects, inOrder, words }: Logged): string {
  const changes = fieldsOf('evaluation').filter(one => one.field !== 'evaluation.whatDidNotWork')
  return stacked(
    grid(actions, effects, inOrder),
    ...actions.map(action => {
      const own = effects.filter(effect => effect.actionId === action.id)
      return under(action.action, stacked(...own.map(effect => under(effect.school, inOneSchool(effect), 2))))
    }),
    ...changes.map(({ field, heading }) => under(heading, words(field))),
  )
}

function grid(actions: Logged['actions'], effects: EffectAt[], inOrder: Logged['inOrder']): string {
  const schools = [...new Set(effects.map(effect => effect.school))].map(name => ({ name })).sort(inOrder)
  const rows = actions
    .filter(action => effects.some(effect => effect.actionId === action.id))
    .map(action => [
      action.action,
      ...schools.map(({ name }) => {
        const effect = effects.find(one => one.actionId === action.id && one.school === name)
        if (effect) return effectInCell(effect.judgement, effect.confidence)
        return action.schools.some(school => school.name === name) ? notJudgedYet : notTried
      }),
    ])
  return table(['What we tried', ...schools.map(school => school.name)], rows)
}

function inOneSchool(effect: EffectAt): string {
  return stacked(
    [
      effectSaid(effect.judgement, effect.confidence),
      forWhomSaid(effect.judgement, effect.forWhom),
      references(effect.evidence),
    ]
      .filter(Boolean)
      .join(' '),
    effect.whatHappened,
    said('Why here.', effect.whyHere),
  )
}

/** What the group says did not work, and each effect that came to nothing or made things worse. */
export function composeDidNotWork({ words, actions, effects }: Logged): string {
  const none = effects.filter(({ judgement }) => judgement === nothingSeen || judgement === worse)
  const lines = none.map(({ actionId, school, judgement, confidence }) =>
    madeNoDifference(actions.find(one => one.id === actionId)!.action, school, judgement, confidence),
  )
  return stacked(words('evaluation.whatDidNotWork'), list(lines))
}
