import type { Db } from '../database.js'
import { recordSearch } from '../enquiries/searching/records.js'
import { unread } from '../names/names.js'
import { idsIn, idsOf } from '../search/ids.js'
import { idsInCycle } from '../enquiries/searching/cycles.js'
import { after, itself } from '../search/renewals.js'

/** What a group says of a published work: on its purpose stage. */
export const stanceSearch = recordSearch({
  kind: 'published-knowledge',
  one: 'published source',
  many: 'published sources',
  renewals: [
    after(['stance said', 'stance said in other words', 'stance taken out'], ({ details }) => [details.stance]),
    after(['reference revised', 'reference removed', 'reference brought back'], (fact, db) =>
      stancesOn(db, itself(fact)),
    ),
    after(['references added'], ({ details }, db) => stancesOn(db, details.ids)),
  ],
  ofCycle: idsInCycle('referenceStances'),
  ids: idsIn('referenceStances'),
  stage: 'purpose',
  anchor: 'published-knowledge',
  rows: async (db, ids) => {
    const rows = await db
      .selectFrom('referenceStances')
      .innerJoin('publishedReferences', 'publishedReferences.id', 'referenceStances.referenceId')
      .selectAll('referenceStances')
      .select('publishedReferences.title')
      .where('referenceStances.id', 'in', ids)
      .where('publishedReferences.removedAt', 'is', null)
      .execute()
    return unread(rows).map(({ id, enquiryId, title, sentence, stance, saidAt, saidBy }) => ({
      id,
      enquiryId,
      title,
      words: sentence,
      addedAt: saidAt,
      addedBy: saidBy,
      is: `source that ${stance}`,
    }))
  },
})

/** What is said of these works, in any cycle. */
function stancesOn(db: Db, references: string[]): Promise<string[]> {
  return idsOf(references, some => db.selectFrom('referenceStances').select('id').where('referenceId', 'in', some))
}
