import type { Block } from '../../documents/document.js'
import { paragraph, text } from '../../documents/making-blocks.js'
import { bullets } from './blocks.js'
import { broughtBySchool, schoolsBesideEachOther } from '../sentences.js'
import type { Contribution } from '../what-happened/contributions.js'

/** A line for every school of the network. */
export function contributionBlocks(schools: Contribution[]): Block[] {
  if (schools.length === 0) return []
  return [
    paragraph(schoolsBesideEachOther),
    ...bullets(
      schools.map(school => [{ kind: 'strong', inlines: text(school.name) }, ...text(`: ${broughtBySchool(school)}`)]),
    ),
  ]
}
