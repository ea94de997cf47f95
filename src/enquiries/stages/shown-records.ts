import type { Enquiry } from '../enquiry.js'
import type { ContextRecords, PurposeRecords } from '../pages.js'
import { cardFields, leverageTests } from './stage-fields.js'
import type { StageRecords } from './stage-records.js'

/** Cards that are there, and the schools that take part and have none yet. */
export function contextRecords(
  enquiry: Enquiry,
  { cards, schools, expertise }: NonNullable<StageRecords['context']>,
): ContextRecords {
  return {
    cards: cards.map(card => ({
      ...card,
      href: `/groups/${enquiry.groupId}/context-cards/${card.id}`,
      written: cardFields.flatMap(({ field, label }) => {
        const body = card.texts[field]?.body.trim()
        return body ? [{ label, body }] : []
      }),
    })),
    without: schools.filter(school => !cards.some(card => card.schoolId === school.id)),
    expertise,
    schools,
  }
}

/** The tests of the question and the signs of success. */
export function purposeRecords({ judged, signs }: NonNullable<StageRecords['purpose']>): PurposeRecords {
  return {
    leverage: leverageTests.map(one => {
      const found = judged.find(test => test.test === one.test)
      return { ...one, judgement: found?.judgement ?? null, because: found?.because ?? '' }
    }),
    seen: lastJudged(judged),
    signs,
  }
}

/** When the tests were judged last: a form that was opened before that is told so. */
export function lastJudged(judged: { judgedAt: string }[]): string {
  return (
    judged
      .map(one => one.judgedAt)
      .sort()
      .at(-1) ?? ''
  )
}
