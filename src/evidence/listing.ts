import { sql } from 'kysely'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import { byName } from '../web/words.js'
import type { Audience } from './audiences.js'
import { disguised } from './disguising.js'
import { evidenceInGroups, evidenceVisibleTo, isGapFor, isReadableBy, type Piece } from './evidence.js'
import { filled } from './filling.js'
import { pseudonymsTowards } from './pseudonyms.js'

/** What a list of evidence can be narrowed by; an empty word narrows nothing. */
export interface EvidenceFilters {
  words: string
  kind: string
  school: string
  stage: string
  who: string
  audience: string
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
 * @param page from 1; left out for everything, as a download wants it
 * @param among only these, as another room narrowed it
 */
export async function evidenceOf(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  filters: EvidenceFilters = noFilters,
  page?: number,
  among?: string[],
): Promise<{ pieces: Piece[]; total: number }> {
  const query = filtered(db, person, enquiry, filters, among)
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let rows = query.selectAll('evidence').orderBy('evidence.gatheredOn', 'desc').orderBy('evidence.number', 'desc')
  if (page !== undefined) rows = rows.limit(piecesAPage).offset((page - 1) * piecesAPage)
  return { pieces: await disguised(db, person, await filled(db, await rows.execute())), total: Number(total) }
}

function filtered(db: Db, person: Person, enquiry: Enquiry, filters: EvidenceFilters, among?: string[]) {
  const isFiltered = among !== undefined || Object.values(filters).some(word => word !== '')
  let query = evidenceInGroups(db)
    .where('evidence.groupId', '=', enquiry.groupId)
    .where(eb => (isFiltered ? isReadableBy(eb, person) : eb.or([isReadableBy(eb, person), isGapFor(eb, person)])))
  if (among) query = query.where('evidence.id', 'in', among.length > 0 ? among : [''])
  if (filters.words) query = query.where(eb => eb.or(withWords(filters.words).map(word => eb.and(word))))
  if (filters.kind) query = query.where('evidence.kind', '=', filters.kind)
  if (filters.stage) query = query.where('evidence.stage', '=', filters.stage)
  if (filters.who) query = query.where('evidence.loggedBy', '=', filters.who)
  if (filters.from) query = query.where('evidence.gatheredOn', '>=', filters.from)
  if (filters.to) query = query.where('evidence.gatheredOn', '<=', filters.to)
  if (filters.school)
    query = query.where('evidence.id', 'in', eb =>
      eb.selectFrom('evidenceSchools').select('evidenceId').where('schoolId', '=', filters.school),
    )
  const shared = sharedAs[filters.audience as Audience]
  return shared ? query.where(shared) : query
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

const sharedAs = {
  author: sql<boolean>`evidence.shared_with_group_at is null`,
  group: sql<boolean>`(evidence.shared_with_group_at is not null and evidence.shared_with_network_at is null
    and evidence.shared_with_school_at is null)`,
  school: sql<boolean>`(evidence.shared_with_group_at is not null and evidence.shared_with_network_at is null
    and evidence.shared_with_school_at is not null)`,
  network: sql<boolean>`(evidence.shared_with_group_at is not null and evidence.shared_with_network_at is not null)`,
}

/** The schools and people that the evidence of a group comes from, as far as the person sees it, by name. */
export async function sourcesOf(db: Db, person: Person, groupId: string) {
  const visible = () => evidenceVisibleTo(db, person).where('evidence.groupId', '=', groupId)
  const schools = await visible()
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['schools.id', 'schools.name'])
    .distinct()
    .execute()
  const people = await visible()
    .innerJoin('people', 'people.id', 'evidence.loggedBy')
    .select(['people.id', 'people.name'])
    .distinct()
    .execute()
  const pseudonyms = await pseudonymsTowards(db, person, groupId)
  const called = schools.map(school => ({ ...school, name: pseudonyms.school(school) }))
  return { schools: called.sort(byName), people: people.sort(byName) }
}
