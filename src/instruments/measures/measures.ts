import type { Db, Trx } from '../../database.js'
import { type Enquiry, findEnquiryById } from '../../enquiries/enquiry.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { folded } from '../../words/folded.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Counting } from './judging-readings.js'
import { mayKeepMeasures, readsEveryMeasure } from '../permissions.js'
import type { Measure } from '../tables.js'

/** A measure together with the enquiry it belongs to, as somebody found it. */
export interface FoundMeasure extends Measure {
  enquiry: Enquiry
}

export interface NewReading {
  /** A school, or what the group compares with: then by its own id. */
  schoolId: string
  measure: string
  measuredOn: string
  /** null where the source itself held it back because of few pupils. */
  value: number | null
  /** How many pupils it is from; left out, it is never seen outside the group. */
  pupils?: number | null
  actionId?: string | null
  importId?: string | null
}

/** @throws NotFound unless the person reads all measures of the group, or a school has shared its numbers of this one. */
export async function findMeasure(db: Db, person: Reader, id: string): Promise<FoundMeasure> {
  const measure = await db.selectFrom('measures').selectAll().where('id', '=', id).executeTakeFirst()
  if (!measure) throw new NotFound('measure')
  const enquiry = await findEnquiryById(db, person, measure.enquiryId)
  if (!readsEveryMeasure(enquiry) && (await schoolsThatShare(db, [id])).length === 0) throw new NotFound('measure')
  return { ...enquiry.names.read(measure), enquiry }
}

/** A measure for somebody who keeps it. @throws NotFound as `findMeasure` does, NotAllowed unless they may */
export async function findMeasureToKeep(db: Db, person: Reader, id: string): Promise<FoundMeasure> {
  const found = await findMeasure(db, person, id)
  allow(mayKeepMeasures(found.enquiry))
  return found
}

/** The measures of a cycle that the person may read, by name. */
export async function measuresOfEnquiry(db: Db, enquiry: Enquiry): Promise<Measure[]> {
  const rows = await db
    .selectFrom('measures')
    .selectAll()
    .where('enquiryId', '=', enquiry.id)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('readings').select('readings.id').whereRef('readings.measureId', '=', 'measures.id')),
    )
    .orderBy('folded')
    .execute()
  const measures = enquiry.names.read(rows)
  if (readsEveryMeasure(enquiry)) return measures
  const shared = await schoolsThatShare(
    db,
    rows.map(row => row.id),
  )
  return measures.filter(row => shared.some(one => one.measureId === row.id))
}

/** The names of measures of a cycle that nobody has measured in it yet. */
export async function measuresWithoutNumbers(db: Db, { id, names }: Enquiry): Promise<string[]> {
  const rows = await db
    .selectFrom('measures')
    .select('name')
    .where('enquiryId', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('readings').select('readings.id').whereRef('readings.measureId', '=', 'measures.id'))),
    )
    .orderBy('folded')
    .execute()
  return names.read(rows).map(row => row.name)
}

/** Which schools let their network read their numbers of these measures, and what is compared with and may be read. */
export async function schoolsThatShare(
  db: Db,
  measureIds: string[],
): Promise<{ measureId: string; schoolId: string }[]> {
  if (measureIds.length === 0) return []
  const schools = await db
    .selectFrom('measureShares')
    .select(['measureId', 'schoolId'])
    .where('measureId', 'in', measureIds)
    .execute()
  const comparisons = await db
    .selectFrom('readings')
    .innerJoin('comparisons', 'comparisons.id', 'readings.comparisonId')
    .select(['readings.measureId', 'comparisons.id as schoolId'])
    .distinct()
    .where('readings.measureId', 'in', measureIds)
    .where('comparisons.sharedAt', 'is not', null)
    .execute()
  return [...schools, ...comparisons]
}

/** Writes down one reading, under the enquiry's measure of this name; a name that is new makes a measure. */
export async function addReading(trx: Trx, enquiry: Enquiry, person: Reader, reading: NewReading): Promise<void> {
  await addReadings(trx, enquiry, person, [reading])
}

/** Writes down several readings, each as `addReading` does, and in no history. */
export async function addReadings(trx: Trx, enquiry: Enquiry, person: Reader, readings: NewReading[]): Promise<void> {
  const known = new Map<string, string>()
  const beside = await schoolsOfComparisons(trx, enquiry)
  const rows = []
  for (const { measure, pupils, actionId, importId, schoolId: place, ...reading } of readings) {
    const measureId = known.get(measure) ?? (await measureNamed(trx, enquiry, person, measure))
    known.set(measure, measureId)
    const start = {
      id: newId(),
      measureId,
      pupils: pupils ?? null,
      actionId: actionId ?? null,
      importId: importId ?? null,
    }
    const school = beside.get(place)
    const of = school ? { schoolId: school, comparisonId: place } : { schoolId: place, comparisonId: null }
    rows.push({ ...start, ...of, ...reading, addedAt: now(), addedBy: person.id })
  }
  for (let from = 0; from < rows.length; from += 200)
    await trx
      .insertInto('readings')
      .values(rows.slice(from, from + 200))
      .execute()
}

/** The school of each thing that the group compares with, by its id. */
async function schoolsOfComparisons(db: Db, { groupId }: Pick<Enquiry, 'groupId'>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('comparisons').select(['id', 'schoolId']).where('groupId', '=', groupId).execute()
  return new Map(rows.map(({ id, schoolId }) => [id, schoolId]))
}

async function measureNamed(trx: Trx, enquiry: Enquiry, person: Reader, name: string): Promise<string> {
  const key = { enquiryId: enquiry.id, folded: folded(name) }
  const id = newId()
  await trx
    .insertInto('measures')
    .values({
      id,
      groupId: enquiry.groupId,
      ...key,
      name,
      baselineUntil: null,
      counts: null,
      madeAt: now(),
      madeBy: person.id,
    })
    .onConflict(c => c.columns(['enquiryId', 'folded']).doNothing())
    .execute()
  const row = await trx
    .selectFrom('measures')
    .select('id')
    .where('enquiryId', '=', key.enquiryId)
    .where('folded', '=', key.folded)
    .executeTakeFirstOrThrow()
  return row.id
}

/** Adds one reading by hand, and remembers it. */
export async function measure(trx: Trx, enquiry: Enquiry, person: Reader, reading: NewReading): Promise<void> {
  await addReading(trx, enquiry, person, reading)
  await record(trx, { kind: 'reading added', by: person, ...aboutMeasuring(enquiry), measure: reading.measure })
}

/** Whether anything is left of a measure: without readings it is listed nowhere. */
export async function hasReadings(db: Db, { id }: Pick<Measure, 'id'>): Promise<boolean> {
  const one = await db.selectFrom('readings').select('id').where('measureId', '=', id).executeTakeFirst()
  return one !== undefined
}

/** Takes a reading away that was added by mistake. */
export async function removeReading(trx: Trx, found: FoundMeasure, person: Reader, readingId: string): Promise<void> {
  const gone = await trx
    .deleteFrom('readings')
    .where('id', '=', readingId)
    .where('measureId', '=', found.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(trx, { kind: 'reading taken away', by: person, ...aboutMeasure(found) })
}

/** Says that a reading is far out and why, or, with no words, that it is not. */
export async function remarkOnReading(db: Db, found: FoundMeasure, readingId: string, remark: string): Promise<void> {
  await db
    .updateTable('readings')
    .set({ remark })
    .where('id', '=', readingId)
    .where('measureId', '=', found.id)
    .execute()
}

/** Keeps the median of what was measured until a day as the baseline; null lets the median follow all readings again. */
export async function keepBaseline(trx: Trx, found: FoundMeasure, person: Reader, until: string | null): Promise<void> {
  await trx.updateTable('measures').set({ baselineUntil: until }).where('id', '=', found.id).execute()
  const deed = { by: person, ...aboutMeasure(found) }
  await (until
    ? record(trx, { kind: 'baseline set', ...deed, until })
    : record(trx, { kind: 'baseline taken off', ...deed }))
}

/** Says what the number of a measure is, since a number of pupils can be too small itself. */
export async function sayWhatItCounts(trx: Trx, found: FoundMeasure, person: Reader, counts: Counting): Promise<void> {
  await trx.updateTable('measures').set({ counts }).where('id', '=', found.id).execute()
  await record(trx, { kind: 'counting of a measure said', by: person, ...aboutMeasure(found), counts })
}

/** @throws Conflict when another measure of the enquiry has the name already */
export async function renameMeasure(trx: Trx, found: FoundMeasure, person: Reader, name: string): Promise<void> {
  const taken = await trx
    .selectFrom('measures')
    .select('id')
    .where('enquiryId', '=', found.enquiryId)
    .where('folded', '=', folded(name))
    .where('id', '<>', found.id)
    .executeTakeFirst()
  if (taken) throw new Conflict('Another measure of this enquiry has that name already.')
  await trx
    .updateTable('measures')
    .set({ name, folded: folded(name) })
    .where('id', '=', found.id)
    .execute()
  const deed = { by: person, ...aboutMeasuring(found.enquiry, found.id) }
  await record(trx, { kind: 'measure renamed', ...deed, before: found.name, name })
}

/** A school lets its network read its numbers, or takes them back. */
export async function shareNumbers(
  trx: Trx,
  found: FoundMeasure,
  person: Reader,
  school: { id: string; name: string },
  shared: boolean,
): Promise<void> {
  if (shared)
    await trx
      .insertInto('measureShares')
      .values({ measureId: found.id, schoolId: school.id, sharedAt: now(), sharedBy: person.id })
      .onConflict(c => c.columns(['measureId', 'schoolId']).doNothing())
      .execute()
  else
    await trx.deleteFrom('measureShares').where('measureId', '=', found.id).where('schoolId', '=', school.id).execute()
  const deed = { by: person, ...aboutMeasure(found), school: school.name }
  await record(trx, { kind: shared ? 'measure shared' : 'measure taken back', ...deed })
}

/** In whose history it stands that something was done to measures. @param id of the measure, or of the cycle for several */
export function aboutMeasuring(enquiry: Enquiry, id = enquiry.id) {
  return { networkId: enquiry.networkId, groupId: enquiry.groupId, aboutKind: 'measure', aboutId: id }
}

function aboutMeasure(found: FoundMeasure) {
  return { ...aboutMeasuring(found.enquiry, found.id), measure: found.name }
}
