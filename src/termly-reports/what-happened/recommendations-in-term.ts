import type { Adoption, Answer } from '../../recommendations/answers.js'
import { isOnPaperOnly } from '../../recommendations/permissions.js'
import type { TermInRecords } from './term-in-records.js'
import { within } from './window.js'

export interface RecommendationInReport {
  recommendation: string
  group: string
  /** Answers whose heads agreed that they may be published. */
  open: { school: string; answer: Answer; adoption: Adoption | null; canBeSeen: string }[]
  answered: number
  /** Of those, what was entered from paper and no head has confirmed. */
  onPaper: number
  asked: number
}

/**
 * Recommendations that were sent, answered or put in place in the term.
 * @param when `ever`: in the term or before it
 */
export async function recommendationsInTerm(
  records: TermInRecords,
  when: 'in the term' | 'ever' = 'in the term',
): Promise<RecommendationInReport[]> {
  const window = await records.window()
  const found = new Map<string, RecommendationInReport & { live: boolean }>()
  for (const row of await records.recommended()) {
    const { read: words, school } = await records.namesIn(row.groupId)
    const one = found.get(row.id) ?? {
      recommendation: words(row.recommendation),
      group: row.group,
      open: [],
      answered: 0,
      onPaper: 0,
      asked: 0,
      live: false,
    }
    one.asked++
    if (row.answer !== null) one.answered++
    if (isOnPaperOnly(row)) one.onPaper++
    if (row.answer !== null && row.publicAt !== null)
      one.open.push({
        school: school({ id: row.schoolId, name: row.school }),
        answer: row.answer,
        adoption: row.adoption,
        canBeSeen: words(row.whatCanBeSeen),
      })
    one.live ||= [row.sentAt, row.answeredAt, row.inPlaceAt].some(moment => within(moment, window))
    found.set(row.id, one)
  }
  return [...found.values()].filter(one => when === 'ever' || one.live)
}
