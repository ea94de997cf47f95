import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Db, Tables } from '../database.js'
import { NotFound } from '../errors.js'
import type { StoredFile } from '../files/tables.js'
import type { Person } from '../people/person.js'
import { thisOrWider } from './audiences.js'
import { disguised } from './disguising.js'
import { filled } from './filling.js'
import { pseudonymsTowards } from './pseudonyms.js'
import type { Cap } from './refusals.js'
import type { Consent, Evidence } from './tables.js'
import { today } from '../web/now.js'

/** A piece of evidence with what belongs to it. Whoever holds one may read it, unless it is a gap. */
export interface Piece extends Evidence {
  networkId: string
  groupName: string
  author: string
  /** The author is no longer in the group. */
  authorLeft: boolean
  schools: { id: string; name: string }[]
  /** Of all that stands about those seen in it, the narrowest; given or withdrawn; null when nobody has asked. */
  consent: Consent | null
  /** Everything that stands: one for each person or group of people seen in it. */
  consents: Consent[]
  /** What one of its schools refused for pieces like this. */
  cap: Cap | null
  files: PieceFile[]
  /** Nothing of it may be shown: withdrawn, or its consent was. Only its number stays. */
  gap: boolean
}

export interface PieceFile extends StoredFile {
  alt: string
  position: number
}

type Where = ExpressionBuilder<Tables, 'evidence' | 'groups'>

/**
 * Every piece that the person may read now, as a query to narrow further; joined with its group. A private draft is its
 * author's alone, a piece shared with the group is its members', one shared with its school is for those who work there, one shared with the network is for those who work in
 * its schools, and one shared outside is for the group's facilitators. Consent and a named pupil narrow what was chosen.
 */
export function evidenceVisibleTo(db: Db, person: Person) {
  return evidenceInGroups(db).where(eb => isReadableBy(eb, person))
}

/** Without asking who may see it: for what the workbench itself must know, such as the publication check. */
export function evidenceInGroups(db: Db) {
  return db.selectFrom('evidence').innerJoin('groups', 'groups.id', 'evidence.groupId')
}

const reach = (audience: string) =>
  sql.raw(`case ${audience} when 'public' then 5 when 'outside' then 4
  when 'network' then 3 when 'school' then 2 else 1 end`)
const hasFile = (...kinds: string[]) =>
  sql.raw(`exists (select 1 from evidence_files as held
  inner join files on files.id = held.file_id where held.evidence_id = evidence.id and held.removed_at is null
  and files.kind in (${kinds.map(kind => `'${kind}'`).join(', ')}))`)

/**
 * How far a piece may go, as one word: the narrowest of what stands for everybody seen in it and of what its schools
 * refused for such pieces; `withdrawn` when anybody took their consent back, `unasked` when nothing was said.
 * This is the one place that decides; src/evidence/filling.ts tells the same to pages.
 */
export const agreement =
  () => sql<string>`coalesce((select case min(said.reach) when 0 then 'withdrawn' when 1 then 'group'
  when 2 then 'school' when 3 then 'network' when 4 then 'outside' when 5 then 'public' end from (
    select case when standing.withdrawn_at is not null then 0
      when standing.ends_on < ${today()} then 1 else ${reach('standing.audience')} end as reach
    from consents as standing where standing.evidence_id = evidence.id and standing.replaced_at is null
    union all
    select ${reach('refused.audience')} as reach from evidence_schools as comes
    inner join school_refusals as refused on refused.school_id = comes.school_id and refused.ended_at is null
    where comes.evidence_id = evidence.id and (refused.content = 'everything'
      or (refused.content = 'pupil work' and evidence.kind = 'pupil-work')
      or (refused.content = 'photographs' and (evidence.kind = 'photograph' or ${hasFile('image', 'film')}))
      or (refused.content = 'voices' and (evidence.kind in ('pupil-voice', 'interview', 'audio-or-video')
        or ${hasFile('sound', 'film')})))
  ) as said), 'unasked')`

export function isReadableBy(eb: Where, person: Person): Expression<SqlBool> {
  return eb.and([eb('evidence.withdrawnAt', 'is', null), eb(agreement(), '<>', 'withdrawn'), eb.or(waysIn(eb, person))])
}

function waysIn(eb: Where, person: Person): Expression<SqlBool>[] {
  const ways: Expression<SqlBool>[] = []
  const memberOf = groupsOf(person)
  if (memberOf.length > 0) ways.push(isOwnDraft(eb, person, eb('evidence.groupId', 'in', memberOf)))
  if (person.networkIds.length > 0) ways.push(isOwnDraft(eb, person, eb('groups.networkId', 'in', person.networkIds)))
  if (memberOf.length > 0)
    ways.push(eb.and([eb('evidence.sharedWithGroupAt', 'is not', null), eb('evidence.groupId', 'in', memberOf)]))
  const worksIn = person.networkIds.filter(network => person.isStaffIn(network))
  if (worksIn.length > 0)
    ways.push(eb.and([...wentOut(eb, 'sharedWithNetworkAt', 'network'), eb('groups.networkId', 'in', worksIn)]))
  const schools = person.roles.filter(role => role.role !== 'governor').flatMap(role => role.schoolId ?? [])
  if (schools.length > 0) ways.push(isSharedWithSchool(eb, schools))
  const helps = person.groups.map(one => one.groupId).filter(group => person.isFacilitatorIn(group))
  if (helps.length > 0)
    ways.push(eb.and([...wentOut(eb, 'sharedOutsideAt', 'outside'), eb('evidence.groupId', 'in', helps)]))
  return ways
}

/** Shared with those who work in the schools that it comes from, or with everybody and held back by consent. */
function isSharedWithSchool(eb: Where, schools: string[]): Expression<SqlBool> {
  return eb.and([
    eb('evidence.sharedWithGroupAt', 'is not', null),
    eb.or([eb('evidence.sharedWithSchoolAt', 'is not', null), eb('evidence.sharedWithNetworkAt', 'is not', null)]),
    eb('evidence.namesPupilAt', 'is', null),
    eb(agreement(), 'in', ['unasked', ...thisOrWider('school')]),
    eb.exists(
      eb
        .selectFrom('evidenceSchools')
        .select('evidenceSchools.schoolId')
        .whereRef('evidenceSchools.evidenceId', '=', 'evidence.id')
        .where('evidenceSchools.schoolId', 'in', schools),
    ),
  ])
}

/** A draft stays its author's for as long as they belong to the group or its network. */
function isOwnDraft(eb: Where, person: Person, belongs: Expression<SqlBool>): Expression<SqlBool> {
  return eb.and([eb('evidence.loggedBy', '=', person.id), eb('evidence.sharedWithGroupAt', 'is', null), belongs])
}

function wentOut(eb: Where, shared: 'sharedWithNetworkAt' | 'sharedOutsideAt', audience: 'network' | 'outside') {
  return [
    eb('evidence.sharedWithGroupAt', 'is not', null),
    eb(`evidence.${shared}`, 'is not', null),
    eb('evidence.namesPupilAt', 'is', null),
    eb(agreement(), 'in', ['unasked', ...thisOrWider(audience)]),
  ]
}

/** A piece that stays listed as a number only, for those who may have leaned on it. */
export function isGapFor(eb: Where, person: Person): Expression<SqlBool> {
  const knew: Expression<SqlBool>[] = [eb('evidence.loggedBy', '=', person.id)]
  const memberOf = groupsOf(person)
  if (memberOf.length > 0)
    knew.push(eb.and([eb('evidence.sharedWithGroupAt', 'is not', null), eb('evidence.groupId', 'in', memberOf)]))
  return eb.and([eb.or([eb('evidence.withdrawnAt', 'is not', null), eb(agreement(), '=', 'withdrawn')]), eb.or(knew)])
}

function groupsOf(person: Person): string[] {
  return person.groups.map(one => one.groupId).filter(group => person.isVolunteerIn(group))
}

/** The piece with its schools, files and consent. @throws NotFound when there is none, or not for this person. */
export async function findEvidence(db: Db, person: Person, id: string): Promise<Piece> {
  const rows = await evidenceVisibleTo(db, person).selectAll('evidence').where('evidence.id', '=', id).execute()
  return only(await disguised(db, person, await filled(db, rows)))
}

/** A gap of a group that the person is in: never show its words or files. @throws NotFound */
export async function findGap(db: Db, person: Person, id: string): Promise<Piece> {
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .where('evidence.id', '=', id)
    .where(eb => isGapFor(eb, person))
    .execute()
  return only(await filled(db, rows))
}

/** The piece that a group calls E<number>, or undefined when the person may not read it. */
export async function evidenceByNumber(
  db: Db,
  person: Person,
  groupId: string,
  number: number,
): Promise<Piece | undefined> {
  const rows = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .where('evidence.groupId', '=', groupId)
    .where('evidence.number', '=', number)
    .execute()
  return (await disguised(db, person, await filled(db, rows)))[0]
}

/** A file, reached through the piece that holds it. @throws NotFound */
export async function findFile(db: Db, person: Person, fileId: string): Promise<StoredFile> {
  const { groupId, loggedBy, ...file } = await evidenceVisibleTo(db, person)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .select(['evidence.groupId', 'evidence.loggedBy'])
    .where('files.id', '=', fileId)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('file'))
  if (loggedBy === person.id) return file
  const { words } = await pseudonymsTowards(db, person, groupId)
  return { ...file, name: words(file.name) }
}

function only(pieces: Piece[]): Piece {
  if (!pieces[0]) throw new NotFound('piece of evidence')
  return pieces[0]
}
