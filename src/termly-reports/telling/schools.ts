import type { Block } from '../../documents/document.js'
import { paragraph, text } from '../../documents/making-blocks.js'
import { bullets } from './blocks.js'
import { type Contribution, contributionInWords } from '../what-happened/contributions.js'

/** A line for every school of the network. */
export function contributionBlocks(schools: Contribution[]): Block[] {
  if (schools.length === 0) return []
  return [
    paragraph('Schools in alphabetical order. Each has its own circumstances, and nothing here is a comparison.'),
    ...bullets(
      schools.map(school => [
        { kind: 'strong', inlines: text(school.name) },
        ...text(`: ${contributionInWords(school)}`),
      ]),
    ),
  ]
}
