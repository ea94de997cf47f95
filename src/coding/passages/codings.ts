import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import type { Kind } from '../../evidence/kinds.js'
import { isReadBlind } from '../blind-readings/reading-guard.js'

/** A code that a passage carries, with the words and where they come from. Whoever holds one may read it. */
export interface CodedPassage {
  id: string
  codeId: string
  passageId: string
  textId: string
  startsAt: number
  endsAt: number
  words: string
  evidenceId: string
  number: number
  title: string
  kind: string
  gatheredOn: string
  madeAt: string
  madeBy: string
  madeByName: string
}

type Group = Pick<Enquiry, 'groupId'>

/**
 * Every coding of the group that a member may read now, as a query to narrow further. Withdrawn pieces, files that were
 * taken out, words that are gone, private drafts of others and what is read blind are not among them. The group is one that
 * `findCodingGroup` gave.
 */
export function codingsVisibleTo(db: Db, person: Reader, { groupId }: Group) {
  return anyCodingsVisibleTo(db, person, { groupId })
    .where('codings.readingId', 'is', null)
    .where(eb => eb.or([eb.not(isReadBlind(only(eb), person)), eb('codings.madeBy', '=', person.id)]))
}

/** The codings of one blind reading that the person may read: their own until it is compared, then both. */
export function blindCodingsVisibleTo(db: Db, person: Reader, { groupId }: Group, readingId: string) {
  return anyCodingsVisibleTo(db, person, { groupId })
    .innerJoin('blindReadings', 'blindReadings.id', 'codings.readingId')
    .where('codings.readingId', '=', readingId)
    .where(eb => eb.or([eb('blindReadings.comparedAt', 'is not', null), eb('codings.madeBy', '=', person.id)]))
}

function anyCodingsVisibleTo(db: Db, person: Reader, { groupId }: Group) {
  return evidenceVisibleTo(db, person)
    .innerJoin('codings', 'codings.evidenceId', 'evidence.id')
    .innerJoin('codes', 'codes.id', 'codings.codeId')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .innerJoin('people', 'people.id', 'codings.madeBy')
    .where('evidence.groupId', '=', groupId)
    .where('codings.removedAt', 'is', null)
    .where('passages.removedAt', 'is', null)
    .where('passages.lostAt', 'is', null)
    .where('readableTexts.replacedAt', 'is', null)
    .where(eb => fileIsThere(eb))
}

/** The words of a piece are its own; those of a file go when the file is taken out. */
export function fileIsThere(eb: ExpressionBuilder<Tables, 'readableTexts'>) {
  return eb.or([
    eb('readableTexts.fileId', 'is', null),
    eb.exists(
      eb
        .selectFrom('evidenceFiles')
        .select('evidenceFiles.fileId')
        .whereRef('evidenceFiles.fileId', '=', 'readableTexts.fileId')
        .whereRef('evidenceFiles.evidenceId', '=', 'readableTexts.evidenceId')
        .where('evidenceFiles.removedAt', 'is', null),
    ),
  ])
}

/** The builder of a joined query, as a question about evidence alone sees it. */
function only(eb: unknown): ExpressionBuilder<Tables, 'evidence'> {
  return eb as ExpressionBuilder<Tables, 'evidence'>
}

const codedPassage = [
  'codings.id',
  'codings.codeId',
  'codings.passageId',
  'passages.readableTextId as textId',
  'passages.startsAt',
  'passages.endsAt',
  'passages.words',
  'codings.evidenceId',
  'evidence.number',
  'evidence.title',
  'evidence.kind',
  'evidence.gatheredOn',
  'codings.madeAt',
  'codings.madeBy',
  'people.name as madeByName',
] as const

/** What the passages of a group can be narrowed by; an empty word narrows nothing. */
export interface CodingFilters {
  /** Ids of codes: any of them. */
  codes?: string[]
  evidenceId?: string
  school?: string
  kind?: string
  who?: string
  from?: string
  to?: string
}

/** The codings that the person may read, narrowed; a query to count or to read. */
export function narrowedCodings(db: Db, person: Reader, group: Group, filters: CodingFilters = {}) {
  const { codes, evidenceId, school, kind, who, from, to } = filters
  return codingsVisibleTo(db, person, group)
    .$if(codes !== undefined, query => query.where('codings.codeId', 'in', codes!.length > 0 ? codes! : ['']))
    .$if(!!evidenceId, query => query.where('evidence.id', '=', evidenceId!))
    .$if(!!kind, query => query.where('evidence.kind', '=', kind as Kind))
    .$if(!!who, query => query.where('codings.madeBy', '=', who!))
    .$if(!!from, query => query.where('evidence.gatheredOn', '>=', from!))
    .$if(!!to, query => query.where('evidence.gatheredOn', '<=', to!))
    .$if(!!school, query =>
      query.where('evidence.id', 'in', eb =>
        eb.selectFrom('evidenceSchools').select('evidenceId').where('schoolId', '=', school!),
      ),
    )
}

/**
 * The coded passages of a group that the person may read: by piece, and within it in the order of the text.
 * @param page so many after so many; left out for everything, as a download wants it
 */
export async function codingsOf(
  db: Db,
  person: Reader,
  group: Group,
  filters: CodingFilters = {},
  page?: { size: number; number: number },
): Promise<CodedPassage[]> {
  const rows = await narrowedCodings(db, person, group, filters)
    .select(codedPassage)
    .orderBy('evidence.number')
    .orderBy('passages.readableTextId')
    .orderBy('passages.startsAt')
    .orderBy('passages.endsAt', 'desc')
    .orderBy('codings.madeAt')
    .orderBy('codings.id')
    .$if(page !== undefined, query => query.limit(page!.size).offset((page!.number - 1) * page!.size))
    .execute()
  return (await person.namesIn(db, group.groupId)).read(rows)
}

/** What the person coded on a piece in a blind reading that is going on, in the order of its texts. */
export async function blindCodingsOn(
  db: Db,
  person: Reader,
  group: Group,
  readingId: string,
  evidenceId: string,
): Promise<CodedPassage[]> {
  const rows = await blindCodingsVisibleTo(db, person, group, readingId)
    .select(codedPassage)
    .where('evidence.id', '=', evidenceId)
    .orderBy('passages.startsAt')
    .orderBy('codings.id')
    .execute()
  return (await person.namesIn(db, group.groupId)).read(rows)
}

/** How many codings of a piece lost their words when the text was changed. */
export async function countLostOn(db: Db, evidenceId: string): Promise<number> {
  const { lost } = await db
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .select(eb => eb.fn.countAll<number>().as('lost'))
    .where('codings.evidenceId', '=', evidenceId)
    .where('codings.readingId', 'is', null)
    .where('codings.removedAt', 'is', null)
    .where('passages.lostAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(lost)
}

/** How many passages each code of the group is given to, as far as the person sees them. */
export async function timesUsed(
  db: Db,
  person: Reader,
  group: Group,
  filters: CodingFilters = {},
): Promise<Map<string, number>> {
  const rows = await narrowedCodings(db, person, group, filters)
    .select(['codings.codeId', eb => eb.fn.countAll<number>().as('times')])
    .groupBy('codings.codeId')
    .execute()
  return new Map(rows.map(({ codeId, times }) => [codeId, Number(times)]))
}

/** One coding with its group: of the group's own, or of a reading in which it is the person's. @throws NotFound */
export async function findCoding(db: Db, person: Reader, id: string) {
  const row = await db.selectFrom('codings').select(['groupId', 'readingId']).where('id', '=', id).executeTakeFirst()
  if (!row || !person.isVolunteerIn(row.groupId)) throw new NotFound('coding')
  const coding = row.readingId
    ? await blindCodingsVisibleTo(db, person, row, row.readingId)
        .select(codedPassage)
        .where('codings.id', '=', id)
        .executeTakeFirst()
    : await codingsVisibleTo(db, person, row).select(codedPassage).where('codings.id', '=', id).executeTakeFirst()
  if (!coding) throw new NotFound('coding')
  return { ...coding, ...row }
}
