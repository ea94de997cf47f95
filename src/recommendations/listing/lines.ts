import { byName } from '../../words/words.js'
import { standsInShort } from '../answers.js'
import type { FoundRecommendation } from '../recommendations.js'
import { fromPaperInShort } from '../slips/in-words.js'

/** A recommendation in a list, with how it stands in each school as far as the reader may know of it. */
export interface RecommendationLine {
  id: string
  label: string
  recommendation: string
  withdrawnAt: string | null
  /** Only its group knows of a draft. */
  isDraft: boolean
  schools: { name: string; stands: string }[]
}

export function lineOf({ recommendation, inPlace, enquiry }: FoundRecommendation): RecommendationLine {
  const { id, number, withdrawnAt, responses } = recommendation
  const answered = responses.map(one => ({
    id: one.schoolId,
    name: one.schoolName,
    stands: `${standsInShort(one).toLowerCase()}${fromPaperInShort(one)}`,
  }))
  const elsewhere = inPlace
    .filter(one => !answered.some(own => own.id === one.schoolId))
    .map(one => ({ id: one.schoolId, name: one.schoolName, stands: 'in place' }))
  return {
    id,
    label: `R${number}`,
    recommendation: recommendation.recommendation,
    withdrawnAt,
    isDraft: enquiry?.standing.member === true && responses.length === 0,
    schools: [...answered, ...elsewhere].sort(byName).map(({ name, stands }) => ({ name, stands })),
  }
}
