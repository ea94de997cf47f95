import type { Db, Tables } from '../../database.js'
import { written } from '../../names/written.js'
import { unread } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Read } from '../../names/written.js'
import { readers, standingReaders } from '../../reach/readers.js'
import { idsInGroup } from '../../search/ids.js'
import { after, itself, type Renewal } from '../../search/renewals.js'
import type { Entry, Found, Searchable } from '../../search/searchables.js'
import type { Stage } from '../../stages.js'
import { type Enquiry, enquiriesById } from '../enquiry.js'
import type { ThreadFinder } from '../comments/threads.js'

/** A cycle with its group, whoever asks: for the index alone. */
export type CycleRow = Awaited<ReturnType<typeof cyclesBy>>[number]

type Placed = Omit<Found, 'label' | 'schools' | 'group'> & Partial<Pick<Found, 'label' | 'schools'>>

/**
 * What can be found of the things that stand in a group's cycles. Whose enquiry somebody cannot find, they come upon
 * none of its things.
 */
export function cycleSearch<Row extends { enquiryId: string }>(of: {
  kind: string
  one: string
  many: string
  version: number
  renewals: Searchable['renewals']
  ids: Searchable['ids']
  rows(db: Db, ids: string[]): Promise<Row[]>
  /** A row as it goes into the index. @param opened whether a stage of its cycle is shared */
  entry(
    row: Read<Row>,
    cycle: CycleRow,
    opened: (stage: Stage) => boolean,
    db: Db,
  ): Entry | Promise<Entry | undefined> | undefined
  /** The row for somebody who finds its enquiry; nothing where they may not read it. */
  found(row: Read<Row>, enquiry: Enquiry, db: Db, person: Reader): Placed | Promise<Placed | undefined> | undefined
}): Searchable {
  const { kind, one, many, version, renewals, ids } = of
  return {
    kind,
    one,
    many,
    version,
    renewals,
    ids,
    async entries(db, records) {
      const rows = await of.rows(db, records)
      const cycles = new Map((await cyclesBy(db, cyclesOf(rows))).map(cycle => [cycle.id, cycle]))
      const shared = await sharedAmong(db, [...cycles.keys()])
      const entries = rows.map(async row => {
        const cycle = cycles.get(row.enquiryId)
        return cycle && (await of.entry(unread(row), cycle, stage => shared.has(`${cycle.id} ${stage}`), db))
      })
      return (await Promise.all(entries)).filter(isThere)
    },
    async find(db, person, records) {
      if (!person) return []
      const rows = await of.rows(db, records)
      const enquiries = await enquiriesById(db, person, cyclesOf(rows))
      const found = rows.map(async row => {
        const enquiry = enquiries.get(row.enquiryId)
        const placed = enquiry && (await of.found(enquiry.names.read(row), enquiry, db, person))
        return placed && { ...foundIn(enquiry), ...placed }
      })
      return (await Promise.all(found)).filter(isThere)
    },
  }
}

/** Who comes upon what stands on a stage: those in the group, and once the stage is shared everybody who stands by it. */
export function stageReaders(cycle: CycleRow, isShared: boolean): string[] {
  return isShared ? standingReaders(cycle) : [readers.member(cycle.groupId)]
}

/** The things in a group's cycles that somebody comments on. @param thingOf nothing where the person may not read it */
export function aboutInCycles<Row extends { id: string; enquiryId: string }>(
  rowsBy: (db: Db, ids: string[]) => Promise<Row[]>,
  thingOf: (row: Read<Row>, enquiry: Enquiry) => { name: string; page: string } | undefined,
): ThreadFinder {
  return async (db, person, ids, loaded) => {
    const rows = await rowsBy(db, ids)
    const enquiries = await enquiriesById(db, person, cyclesOf(rows), loaded)
    return new Map(
      rows.flatMap(row => {
        const enquiry = enquiries.get(row.enquiryId)
        const thing = enquiry && thingOf(enquiry.names.read(row), enquiry)
        return thing ? [[row.id, thing] as const] : []
      }),
    )
  }
}

/** What every hit in a group has. */
export function foundIn(enquiry: Enquiry): Pick<Found, 'label' | 'schools' | 'group'> {
  return { label: '', schools: [], group: { id: enquiry.groupId, name: enquiry.groupName } }
}

async function cyclesBy(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .selectAll('enquiries')
    .select(['groups.name as groupName', 'groups.networkId', 'groups.why'])
    .where('enquiries.id', 'in', ids)
    .execute()
}

async function sharedAmong(db: Db, enquiryIds: string[]): Promise<Set<string>> {
  if (enquiryIds.length === 0) return new Set()
  const rows = await db.selectFrom('sharedStages').selectAll().where('enquiryId', 'in', enquiryIds).execute()
  return new Set(rows.map(row => `${row.enquiryId} ${row.stage}`))
}

function cyclesOf(rows: { enquiryId: string }[]): string[] {
  return [...new Set(rows.map(row => row.enquiryId))]
}

function isThere<One>(one: One | undefined): one is One {
  return one !== undefined
}

/** The texts of a kind, see src/texts. */
export function idsOfTexts(kind: string): Searchable['ids'] {
  return async (db, after, most) => {
    const rows = await db
      .selectFrom('texts')
      .select('id')
      .where('kind', '=', kind)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(row => row.id)
  }
}

export async function textsBy(db: Db, kind: string, ids: string[]) {
  const rows = await db
    .selectFrom('texts')
    .selectAll()
    .where('id', 'in', ids)
    .where('kind', '=', kind)
    .where('body', '<>', written(''))
    .execute()
  return unread(rows)
}

/** A text of this kind was saved, as somebody typed it or as the workbench composed it. */
export function afterTexts(kind: string): Renewal {
  return after(['text saved'], fact => (fact.details.of === kind ? itself(fact) : []))
}

/** A stage was shared or taken back. @param records of a cycle */
export function afterSharing(stage: Stage | 'any', records: (db: Db, enquiryId: string) => Promise<string[]>): Renewal {
  return after(['stage shared', 'stage taken back'], ({ aboutId, details }, db) =>
    aboutId !== null && (stage === 'any' || details.stage === stage) ? records(db, aboutId) : [],
  )
}

type OfCycles = { [Name in keyof Tables]: Tables[Name] extends { id: string; enquiryId: string } ? Name : never }

/** The ids of all records of a cycle in a table. */
export function idsInCycle(table: OfCycles[keyof Tables]) {
  return async (db: Db, enquiryId: string): Promise<string[]> => {
    const rows = await db
      .selectFrom(table as 'successSigns')
      .select('id')
      .where('enquiryId', '=', enquiryId)
      .execute()
    return rows.map(row => row.id)
  }
}

/** Those of all cycles of a group. */
export function inEachCycle(ofCycle: (db: Db, enquiryId: string) => Promise<string[]>) {
  return async (db: Db, groupId: string): Promise<string[]> => {
    const cycles = await ofGroup.question(db, groupId)
    return (await Promise.all(cycles.map(id => ofCycle(db, id)))).flat()
  }
}

/** The records of a group. */
export const ofGroup = {
  question: idsInGroup('enquiries'),
  record: (table: OfCycles[keyof Tables]) => inEachCycle(idsInCycle(table)),
  comment: idsInGroup('comments'),
}
