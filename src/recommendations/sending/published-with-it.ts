import type { Db } from '../../database.js'
import { day } from '../../words/words.js'

/** The published editions of the write-up of its cycle, in which it may still stand. They are not withdrawn with it. */
export async function publishedWithIt(db: Db, { enquiryId }: { enquiryId: string }): Promise<string[]> {
  const editions = await db
    .selectFrom('editions')
    .innerJoin('writeUps', 'writeUps.id', 'editions.ofId')
    .select(['editions.title', 'editions.number', 'editions.publishedAt'])
    .where('editions.ofKind', '=', 'write-up')
    .where('writeUps.enquiryId', '=', enquiryId)
    .where('editions.withdrawnAt', 'is', null)
    .orderBy('editions.number')
    .execute()
  return editions.map(one => `${one.title}, edition ${one.number} of ${day(one.publishedAt)}`)
}
