import type { Block } from '../../documents/document.js'
import { standsInShort } from '../../recommendations/answers.js'
import { day } from '../../words/words.js'
import { paragraph } from '../../documents/making-blocks.js'
import { tableOf } from './blocks.js'
import type { RecommendationInReport } from '../what-happened/recommendations-in-term.js'
import { answersInReport, writeBeforeComing } from '../sentences.js'
import type { ReportSight } from '../tables.js'

export function recommendationBlocks(rows: RecommendationInReport[]): Block[] {
  if (rows.length === 0) return []
  return [
    tableOf(
      'Answers stand here where their heads agreed',
      ['Recommendation', 'From', 'Answers'],
      rows.map(row => [row.recommendation, row.group, answersOf(row)]),
    ),
  ]
}

function answersOf(row: RecommendationInReport): string {
  const open = row.open.map(one => `${one.school}: ${standsInShort(one).toLowerCase()}`)
  return answersInReport(row, open)
}

/** Days on which there is something to see, then what stands in schools on any day, where their heads said so in public. */
export function sightBlocks(sights: ReportSight[], recommendations: RecommendationInReport[]): Block[] {
  const inPlace = recommendations.flatMap(({ recommendation, open }) =>
    open.filter(one => one.adoption === 'in place').map(one => ({ recommendation, ...one })),
  )
  return [
    ...(sights.length > 0
      ? [
          tableOf(
            'Come and see',
            ['What', 'Where', 'When'],
            sights.map(one => [
              one.what,
              one.place,
              [day(one.onDay), one.hours].filter(Boolean).join(', ') || 'any day, by arrangement',
            ]),
          ),
        ]
      : []),
    ...(inPlace.length > 0
      ? [
          paragraph(writeBeforeComing),
          tableOf(
            'In place, and open to visitors',
            ['School', 'What is in place', 'What can be seen'],
            inPlace
              .sort((one, other) => one.school.localeCompare(other.school, 'cy'))
              .map(one => [one.school, one.recommendation, one.canBeSeen]),
          ),
        ]
      : []),
  ]
}
