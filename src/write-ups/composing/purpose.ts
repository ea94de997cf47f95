import { stageFields, stances } from '../../enquiries/stages/stage-fields.js'
import type { Logged } from '../document/logged.js'
import { ended } from '../sentences.js'
import { list, stacked, under } from './markdown.js'

const headings: Record<string, string> = {
  affirms: 'It affirms what we thought',
  adds: 'It adds something new',
  challenges: 'It challenges us',
}

/** What the group set out to learn, how it would know, what was known already, and how it kept things right. */
export function composePurpose({ words, signs, knowledge }: Logged): string {
  const ethics = stageFields.find(one => one.field === 'purpose.ethics')!
  const known = stances.flatMap(({ stance }) => {
    const entries = knowledge.filter(one => one.stance === stance)
    const lines = entries.map(one => `${ended(one.sentence)} [@${one.key}]`)
    return entries.length > 0 ? [`**${headings[stance]}.**\n\n${list(lines)}`] : []
  })
  return stacked(
    words('purpose.intendedLearning'),
    under('What would count as success', list(signs.map(signInWords))),
    under('What published knowledge says', stacked(...known)),
    under(ethics.heading, words(ethics.field)),
  )
}

function signInWords({ sign, howWeWouldKnow }: Logged['signs'][number]): string {
  return `${ended(sign)}${howWeWouldKnow ? ` How we would know: ${ended(howWeWouldKnow)}` : ''}`
}
