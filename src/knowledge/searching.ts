import { recordSearch } from '../enquiries/searching-records.js'
import { unread } from '../names/names.js'
import { idsIn } from '../search/ids.js'

/** What a group says of a published work: on its purpose stage. */
export const stanceSearch = recordSearch({
  kind: 'published-knowledge',
  one: 'published source',
  many: 'published sources',
  table: 'reference_stances',
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
      ...{ id, enquiryId, title, words: sentence, addedAt: saidAt, addedBy: saidBy },
      is: `source that ${stance}`,
    }))
  },
})
