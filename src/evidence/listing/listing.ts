import { type RawBuilder, sql } from 'kysely'
import { schoolsByIds } from '../../networks/schools/schools.js'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { namesOf } from '../../people/people.js'
import type { Audience } from '../../reach/audiences.js'
import { type Counted, countsFor, sumOf } from '../../reach/counted-pieces.js'
import { comesFrom } from '../../reach/finding.js'
import { howMany, newestIds, type Pieces, visibleInOrder } from '../../reach/visible-in-order.js'
import { columnsOf, gaps, type Reach } from '../../reach/reaches.js'
import { type Way, waysIn, waysToGaps } from '../../reach/ways.js'
import type { Stage } from '../../stages.js'
import { byName } from '../../words/words.js'
import type { Piece } from '../evidence.js'
import { type EvidenceOfWhom, filled, ofWhom } from '../loading-pieces.js'
import type { Kind } from '../kinds.js'
import { idsInOrder, type PlaceInOrder, placeInOrder, type Sort } from './sorting.js'

/** What a list of evidence can be narrowed by; an empty word narrows nothing. */
export interface EvidenceFilters {
  words: string
  kind: Kind | ''
  school: string
  stage: Stage | ''
  who: string
  audience: Audience | ''
  from: string
  to: string
}

export const noFilters: EvidenceFilters = {
  words: '',
  kind: '',
  school: '',
  stage: '',
  who: '',
  audience: '',
  from: '',
  to: '',
}

export const piecesAPage = 24

/**
 * The group's evidence that the person may see, of all its cycles, the newest first. Gaps stand in their places as long
 * as nothing is filtered, since a filter would tell something about them.
 * @param page from 1; left out for everything, as a copy wants it
 * @param among only these, as another room narrowed it
 * @param leaving how far the pieces go that are left out, such as private drafts
 */
export async function evidenceOf(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  filters: EvidenceFilters = noFilters,
  page?: number,
  among?: string[],
  sort: Sort = '',
  leaving: Reach[] = [],
): Promise<{ pieces: Piece[]; total: number; counted: Counted[] }> {
  const { found, total, counted } = await foundOf(db, person, enquiry, filters, among, leaving)
  if (!found) return { pieces: [], total: 0, counted }
  const from = ((page ?? 1) - 1) * piecesAPage
  const ids = await idsInOrder(db, found, sort, page === undefined ? undefined : piecesAPage, from)
  return { pieces: await piecesInOrder(db, person, ids), total: await total(), counted }
}

/** Their ids alone, all of them in their order. */
export async function evidenceIdsOf(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  filters: EvidenceFilters,
  among?: string[],
  sort: Sort = '',
): Promise<string[]> {
  const { found } = await foundOf(db, person, enquiry, filters, among)
  return found ? idsInOrder(db, found, sort) : []
}

interface AmongAll {
  filters: EvidenceFilters
  among: string[] | undefined
  sort: Sort
}

/**
 * Where a piece stands among all, in their order; undefined where it is not one of them. Of the newest first only those beside
 * it are read, and those before it are counted.
 */
export async function placeOfPiece(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  { id, gatheredOn, number }: Pick<Piece, 'id' | 'gatheredOn' | 'number'>,
  { filters, among, sort }: AmongAll,
): Promise<PlaceInOrder | undefined> {
  const { found, total, which } = await foundOf(db, person, enquiry, filters, among)
  if (!found) return undefined
  if (sort !== '') return placeInOrder(db, found, sort, id)
  const here = sql`(${gatheredOn}, ${number})`
  const where = (condition: RawBuilder<boolean>) =>
    visibleInOrder(db, person, { ...which, narrow: query => which.narrow(query).where(condition) })!
  const newer = where(sql`(evidence.gathered_on, evidence.number) > ${here}`)
  const [own] = await newestIds(where(sql`evidence.id = ${id}`), 1)
  if (!own) return undefined
  const [before] = await newer.orderBy('gatheredOn').orderBy('number').limit(1).execute()
  const [after] = await newestIds(where(sql`(evidence.gathered_on, evidence.number) < ${here}`), 1)
  return {
    place: (await howMany(db, newer)) + 1,
    total: await total(),
    previous: before?.id ?? null,
    next: after ?? null,
  }
}

async function foundOf(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  filters: EvidenceFilters,
  among?: string[],
  leaving: Reach[] = [],
) {
  const ways = leaving.length > 0 ? waysIn : waysFor(filters, among)
  const counted = await countsFor(db, person, enquiry, ways)
  const fitting = counted.filter(one => fits(one, filters) && !leaving.includes(one.reach))
  const which = {
    place: enquiry,
    ways,
    reaches: new Set(fitting.map(one => one.reach)),
    narrow: (query: Pieces) => narrowed(query, filters, among),
  }
  const found = visibleInOrder(db, person, which)
  const isCounted = among === undefined && notCounted.every(name => filters[name] === '')
  const total = async () => (isCounted || !found ? sumOf(fitting) : await howMany(db, found))
  return { found, total, counted, which }
}

/** Gaps stand in a list as long as nothing narrows it. */
export function waysFor(filters: EvidenceFilters, among?: string[]): Way[] {
  const isFiltered = among !== undefined || Object.values(filters).some(word => word !== '')
  return isFiltered ? waysIn : [...waysIn, ...waysToGaps]
}

/** These pieces as the person meets them, in this order; whoever asks has made sure that they may. */
export async function piecesInOrder(db: Db, person: Reader, ids: string[]): Promise<Piece[]> {
  const rows: EvidenceOfWhom[] = []
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000)
    rows.push(...(await db.selectFrom('evidence').selectAll().select(ofWhom).where('id', 'in', some).execute()))
  }
  const places = new Map(ids.map((id, place) => [id, place]))
  rows.sort((one, other) => places.get(one.id)! - places.get(other.id)!)
  return filled(db, person, rows)
}

/** Whatever else is asked, the pieces themselves have to be counted. */
const notCounted = ['words', 'audience', 'from', 'to'] as const

function fits(one: Counted, { kind, stage, who, school }: EvidenceFilters): boolean {
  const chosen = [
    [kind, one.kind],
    [stage, one.stage],
    [who, one.loggedBy],
  ]
  return chosen.every(([word, is]) => word === '' || word === is) && (school === '' || one.schoolIds.includes(school))
}

export function narrowed(all: Pieces, filters: EvidenceFilters, among?: string[]): Pieces {
  let query = all
  if (among) query = query.where('evidence.id', 'in', among.length > 0 ? among : [''])
  if (filters.words) query = query.where(eb => eb.or(withWords(filters.words).map(word => eb.and(word))))
  if (filters.kind) query = query.where('evidence.kind', '=', filters.kind)
  if (filters.stage) query = query.where('evidence.stage', '=', filters.stage)
  if (filters.who) query = query.where('evidence.loggedBy', '=', filters.who)
  if (filters.from) query = query.where('evidence.gatheredOn', '>=', filters.from)
  if (filters.to) query = query.where('evidence.gatheredOn', '<=', filters.to)
  if (filters.school) query = query.where(eb => comesFrom(eb, [filters.school]))
  for (const [column, isSet] of filters.audience ? columnsOf(filters.audience) : [])
    query = query.where(`evidence.${column}`, isSet ? 'is not' : 'is', null)
  return query
}

/** Each word must stand in the title or the text; a number such as E12 finds its piece. */
function withWords(words: string) {
  const each = words.split(/\s+/).slice(0, 8)
  const inText = each.map(word => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql<boolean>`(evidence.title like ${pattern} escape '\\' or evidence.what_we_saw like ${pattern} escape '\\')`
  })
  const number = /^e?(\d{1,6})$/i.exec(words)?.[1]
  return number ? [inText, [sql<boolean>`evidence.number = ${Number(number)}`]] : [inText]
}

/** The schools and people that the evidence of a group comes from, as far as the person reads it, by name. */
export async function sourcesOf(db: Db, person: Reader, groupId: string, counted: Counted[]) {
  const read = counted.filter(one => !gaps.includes(one.reach))
  const schools = await schoolsByIds(db, [...new Set(read.flatMap(one => one.schoolIds))])
  const peopleIds = [...new Set(read.map(one => one.loggedBy))]
  const nameOfPerson = await namesOf(db, peopleIds)
  const people = peopleIds.map(id => ({ id, name: nameOfPerson(id) }))
  const pseudonyms = await person.namesIn(db, groupId)
  const called = schools.map(school => ({ ...school, name: pseudonyms.school(school) }))
  return { schools: called.sort(byName), people: people.sort(byName) }
}
