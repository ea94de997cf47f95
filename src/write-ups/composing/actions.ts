import type { ActionInView, AtSchool } from '../../actions/actions.js'
import type { Measured } from '../../actions/measuring/measures.js'
import { stageFields } from '../../enquiries/stages/stage-fields.js'
import { day, fromTo } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { numbered, references, said, sentence, stacked, table, under } from './markdown.js'

/** Each action: what was expected of it, how every school made it its own, and what was counted. */
export function composeActions({ words, actions }: Logged): string {
  const reasoning = stageFields.find(one => one.field === 'action.reasoning')!
  return stacked(
    under(reasoning.heading, words(reasoning.field)),
    ...actions.map(action => under(action.action, actionInWords(action))),
  )
}

function actionInWords(action: ActionInView): string {
  const steps = action.steps.split('\n').filter(step => step.trim() !== '')
  return stacked(
    said('What we expected.', action.expectedEffect),
    said('Who and when.', [action.who, whenOf(action)].map(sentence).filter(Boolean).join(' ')),
    steps.length > 1 ? `**The steps**\n\n${numbered(steps)}` : said('The step.', steps[0] ?? ''),
    ...action.schools.map(school => under(school.name, atSchool(school), 2)),
    measured(action.measures),
    references(action.evidence),
  )
}

function whenOf({ startsOn, endsOn }: ActionInView): string {
  if (startsOn && endsOn) return day(startsOn) === day(endsOn) ? `On ${day(startsOn)}` : fromTo(startsOn, endsOn)
  return startsOn ? `From ${day(startsOn)}` : ''
}

function atSchool({ adaptation, whatHappened }: AtSchool): string {
  return stacked(said('How we did it here.', adaptation), said('What happened.', whatHappened))
}

/** What was counted, school by school, where a school shares it. Figures from fewer than five pupils are never shown. */
function measured(measures: Measured[]): string {
  const lines = [...new Set(measures.map(one => `${one.school}\u0000${one.measure}`))].map(line => {
    const [school, measure] = line.split('\u0000') as [string, string]
    const readings = measures.filter(one => one.school === school && one.measure === measure)
    return [school, measure, readings.map(one => `${one.shown} (${day(one.on)})`).join(', ')]
  })
  return table(['School', 'What we counted', 'What it was'], lines)
}
