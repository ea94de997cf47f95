import { mayReadReviews } from '../permissions.js'
import { readers } from '../../reach/readers.js'
import { idsIn } from '../../search/ids.js'
import { plainWords } from '../../search/plain.js'
import { after, itself } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import { itemsOf, partsIn } from '../instruments/index.js'
import type { ReviewChosen, ReviewInstrument } from '../tables.js'

/** What networks ask themselves. Answers are in no index. */
export const reviewInstrumentSearch: Searchable = {
  kind: 'review instrument',
  one: 'instrument for reviews',
  many: 'instruments for reviews',
  version: 1,
  renewals: [after(['review instrument made', 'review instrument changed', 'review instrument retired'], itself)],
  ids: idsIn('reviewInstruments'),
  async entries(db, ids) {
    const rows = await db
      .selectFrom('reviewInstruments')
      .selectAll()
      .where('id', 'in', ids)
      .where('retiredAt', 'is', null)
      .execute()
    return rows.map(row => ({
      ...{ record: row.id, title: row.name, words: wordsOfInstrument(row), day: row.changedAt },
      readers: [readers.staff(row.networkId)],
      about: { by: row.madeBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await db
      .selectFrom('reviewInstruments')
      .selectAll()
      .where('id', 'in', ids)
      .where('retiredAt', 'is', null)
      .execute()
    return rows
      .filter(row => mayReadReviews(person, { id: row.networkId }))
      .map(row => ({
        ...{ record: row.id, thing: `review instrument ${row.id}`, label: '', kind: 'instrument for reviews' },
        ...{ title: row.name, words: wordsOfInstrument(row), day: row.changedAt },
        href: `/networks/${row.networkId}/reviews/instruments/${row.id}`,
        ...{ schools: [], group: null, by: row.madeBy },
      }))
  },
}

/** What was chosen to work on, and what came of it. */
export const reviewPointSearch: Searchable = {
  kind: 'review point',
  one: 'thing to work on',
  many: 'things to work on',
  version: 1,
  renewals: [
    after(['review point chosen', 'review point changed', 'review point done', 'review point let go'], itself),
  ],
  ids: idsIn('reviewChosen'),
  async entries(db, ids) {
    const rows = await db.selectFrom('reviewChosen').selectAll().where('id', 'in', ids).execute()
    return rows.map(row => ({
      ...{ record: row.id, title: row.what, words: wordsOfPoint(row), day: row.chosenAt },
      readers: [readers.staff(row.networkId)],
      about: { by: row.chosenBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const rows = await db.selectFrom('reviewChosen').selectAll().where('id', 'in', ids).execute()
    return rows
      .filter(row => mayReadReviews(person, { id: row.networkId }))
      .map(row => ({
        ...{ record: row.id, thing: `review point ${row.id}`, label: '', kind: 'chosen after a review' },
        ...{ title: row.what, words: wordsOfPoint(row), day: row.chosenAt },
        href: `/networks/${row.networkId}/reviews/${row.roundId}/chosen/${row.id}`,
        ...{ schools: [], group: null, by: row.chosenBy },
      }))
  },
}

function wordsOfInstrument({ about, parts }: ReviewInstrument): string {
  const read = partsIn(parts)
  const items = itemsOf({ parts: read }).map(item => item.words)
  return plainWords([about, ...read.map(part => part.heading), ...items].filter(Boolean).join('\n\n'))
}

function wordsOfPoint({ doing, cameOfIt }: ReviewChosen): string {
  return plainWords([doing, cameOfIt].filter(Boolean).join('\n\n'))
}
