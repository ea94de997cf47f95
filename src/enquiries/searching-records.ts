import type { Db } from '../database.js'
import { unread } from '../names/names.js'
import { idsIn } from '../search/ids.js'
import type { Searchable } from '../search/searchables.js'
import type { Stage } from '../stages.js'
import { stageAddress } from './head.js'
import { mayReadStage } from './permissions.js'
import { cycleSearch, stageReaders } from './searching.js'

/** Something that a group noted on one of its stages. */
export interface RecordRow {
  id: string
  enquiryId: string
  title: string
  words: string
  is: string
  addedAt: string
  addedBy: string
}

/** A record that stands on a stage's page, and is read by whoever may read that stage. */
export function recordSearch(of: {
  kind: string
  one: string
  many: string
  /** As SQL calls it; its rows have an `enquiry_id`. */
  table: string
  ids: Searchable['ids']
  stage: Stage
  anchor: string
  rows: (db: Db, ids: string[]) => Promise<RecordRow[]>
}): Searchable {
  const { kind, one, many, stage, anchor, table, ids, rows } = of
  return cycleSearch({
    kind,
    one,
    many,
    version: 1,
    watches: [
      { table, records: 'row.id' },
      {
        table: 'shared_stages',
        records: `(select id as record from ${table} where enquiry_id = row.enquiry_id)`,
        when: `row.stage = '${stage}'`,
      },
    ],
    ids,
    rows,
    entry: (row, cycle, opened) => ({
      record: row.id,
      title: row.title,
      words: row.words,
      day: row.addedAt,
      readers: stageReaders(cycle, opened(stage)),
      about: { group: cycle.groupId, by: row.addedBy, stage },
    }),
    found: (row, enquiry) =>
      mayReadStage(enquiry, stage)
        ? {
            record: row.id,
            thing: `${kind} ${row.id}`,
            kind: row.is,
            title: row.title,
            words: row.words,
            href: `${stageAddress(enquiry, stage)}#${anchor}`,
            day: row.addedAt,
            by: row.addedBy,
            stage,
          }
        : undefined,
  })
}

/** Who knows how to do this well: on the context stage. */
export const expertiseSearch = recordSearch({
  kind: 'expertise',
  one: 'colleague who knows how',
  many: 'colleagues who know how',
  table: 'expertise',
  ids: idsIn('expertise'),
  stage: 'context',
  anchor: 'expertise',
  rows: async (db, ids) =>
    unread(await db.selectFrom('expertise').selectAll().where('id', 'in', ids).execute()).map(row => ({
      ...row,
      title: `${row.who} knows how to ${row.knowsHowTo}`,
      words: row.howWeKnow,
      is: 'who knows how',
    })),
})

/** What would count as success: on the purpose stage. */
export const successSignSearch = recordSearch({
  kind: 'success-sign',
  one: 'sign of success',
  many: 'signs of success',
  table: 'success_signs',
  ids: idsIn('successSigns'),
  stage: 'purpose',
  anchor: 'success-signs',
  rows: async (db, ids) =>
    unread(await db.selectFrom('successSigns').selectAll().where('id', 'in', ids).execute()).map(row => ({
      ...row,
      title: row.sign,
      words: row.howWeWouldKnow,
      is: 'sign of success',
    })),
})
