import type { ActionInView, AtSchool } from '../../actions/actions.js'
import type { Measured } from '../../actions/measuring/measures.js'
import { heldBack, whyHeldBack } from '../../instruments/small-numbers/small-numbers.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import { leads } from '../../handouts/leads.js'
import { day, listed } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import type { EffectAt } from '../document/effects.js'
import { ended, whenSaid } from '../sentences.js'
import { numbered, oneLine, references, said, stacked, table, titled, under } from './markdown.js'

/** Each action: what was expected of it, how every school made it its own, and what was counted. */
export function composeActions({ words, actions, effects }: Logged): string {
  const reasoning = stageFields.find(one => one.field === 'action.reasoning')!
  return stacked(
    under(reasoning.heading, words(reasoning.field)),
    ...actions.map(action => titled(action.action, actionInWords(action, effects))),
  )
}

function actionInWords(action: ActionInView, effects: EffectAt[]): string {
  const steps = action.steps.split('\n').filter(step => step.trim() !== '')
  const here = action.schools.map(school => ({
    name: school.name,
    words: atSchool(
      school,
      effects.find(one => one.actionId === action.id && one.schoolId === school.schoolId),
    ),
  }))
  return stacked(
    said(`${leads.expected}.`, action.expectedEffect),
    // A school of which nothing more is told has no heading below, and is named all the same.
    here.some(({ words }) => words === '') && said(`${leads.where}.`, ended(listed(here.map(({ name }) => name)))),
    said(
      `${leads.whoAndWhen}.`,
      [action.who, whenSaid(action.startsOn, action.endsOn)].map(ended).filter(Boolean).join(' '),
    ),
    steps.length > 1 ? `**${leads.steps}**\n\n${numbered(steps)}` : said(`${leads.step}.`, steps[0] ?? ''),
    ...here.map(({ name, words }) => under(name, words, 2)),
    measured(action.measures),
    references(action.evidence),
  )
}

/** What happened is told once: where the effect says the same words, it stands there. */
function atSchool({ adaptation, whatHappened }: AtSchool, effect: EffectAt | undefined): string {
  const isToldLater = oneLine(effect?.whatHappened ?? '') === oneLine(whatHappened)
  return stacked(said(`${leads.here}.`, adaptation), isToldLater ? '' : said(`${leads.happened}.`, whatHappened))
}

/** What was counted, school by school, where a school shares it. Figures from fewer than five pupils are never shown. */
function measured(measures: Measured[]): string {
  const lines = [...new Set(measures.map(one => `${one.school}\u0000${one.measure}`))].map(line => {
    const [school, measure] = line.split('\u0000') as [string, string]
    const readings = measures.filter(one => one.school === school && one.measure === measure)
    return [school, measure, readings.map(one => `${one.shown} (${day(one.on)})`).join(', ')]
  })
  return stacked(
    table(['School', 'What we counted', 'What it was'], lines),
    measures.some(one => one.shown === heldBack) && whyHeldBack,
  )
}
