import type { Db } from '../database.js'
import { schoolsOf } from '../groups/people.js'
import type { Enquiry } from './enquiry.js'
import type { ContextRecords, PurposeRecords } from './pages.js'
import { contextCardsOf, expertiseOf, leverageOf, successSignsOf } from './records.js'
import { cardFields, leverageTests } from './stage-fields.js'

/** Cards that are there, and the schools that take part and have none yet. */
export async function contextRecords(db: Db, enquiry: Enquiry): Promise<ContextRecords> {
  const cards = await contextCardsOf(db, enquiry)
  const schools = await schoolsOf(db, enquiry.schoolIds)
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
    expertise: await expertiseOf(db, enquiry),
    schools,
  }
}

/** The tests of the question and the signs of success. */
export async function purposeRecords(db: Db, enquiry: Enquiry): Promise<PurposeRecords> {
  const judged = await leverageOf(db, enquiry)
  return {
    leverage: leverageTests.map(one => {
      const found = judged.find(test => test.test === one.test)
      return { ...one, judgement: found?.judgement ?? null, because: found?.because ?? '' }
    }),
    seen: lastJudged(judged),
    signs: await successSignsOf(db, enquiry),
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
