import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { idsIn } from '../../search/ids.js'
import { after, type Renewal } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import type { Stage } from '../../stages.js'
import { stageAddress } from '../head.js'
import { mayReadStage } from '../permissions.js'
import { afterSharing, cycleSearch, idsInCycle, stageReaders } from './cycles.js'

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
  /** Facts that name one of these records. */
  renewals: Renewal[]
  /** All of a cycle, which are read again when the stage is shared or taken back. */
  ofCycle(db: Db, enquiryId: string): Promise<string[]>
  ids: Searchable['ids']
  stage: Stage
  anchor: string
  rows: (db: Db, ids: string[]) => Promise<RecordRow[]>
}): Searchable {
  const { kind, one, many, stage, anchor, renewals, ofCycle, ids, rows } = of
  return cycleSearch({
    kind,
    one,
    many,
    version: 1,
    renewals: [
      ...renewals,
      afterSharing(stage, ofCycle),
      after(['cycle begun'], ({ aboutId }, db) => ofCycle(db, aboutId ?? '')),
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
  renewals: [after(['expertise added', 'expertise taken out'], ({ details }) => [details.record])],
  ofCycle: idsInCycle('expertise'),
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
  renewals: [after(['success sign added', 'success sign taken out'], ({ details }) => [details.record])],
  ofCycle: idsInCycle('successSigns'),
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
