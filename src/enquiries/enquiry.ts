import { sql } from 'kysely'
import type { Db } from '../database.js'
import { asksWith, type Slots, type ValueOrSlot } from '../database/in-the-same-words.js'
import { NotFound } from '../errors.js'
import { type Joinable, maySeeGroup, type Standing, standingOf } from '../groups/standing.js'
import type { Names } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import type { Written } from '../names/written.js'
import { type Stage, stageKeys } from '../stages.js'
import type { Decision } from './stages/stage-fields.js'
import { takingPart } from '../people/roles/roles.js'
import { today } from '../web/now.js'

/** A group's enquiry: the group together with one of its cycles (the newest unless another was asked for). */
export interface Enquiry extends Joinable {
  /** The id of the cycle. */
  id: string
  groupId: string
  groupName: string
  networkId: string
  networkName: string
  themeId: string | null
  cycle: number
  question: string
  stage: Stage
  beganAt: string
  finishedAt: string | null
  decision: Decision | null
  /** The id of the cycle it follows. */
  follows: string | null
  /** When the group closed; a finished cycle is another matter. */
  closedAt: string | null
  /** The number of the cycle that the group is on now. */
  newestCycle: number
  /** How often this cycle went back to an earlier stage. */
  returns: number
  /** The stages whose text is shared with the network. */
  sharedStages: Stage[]
  schoolIds: string[]
  /** The names of those who are in the group now, the lead learner first. */
  people: string[]
  hasLead: boolean
  /** How the person who asked stands towards the group. */
  standing: Standing
  /** The names under which that person reads what the group writes. */
  names: Names
}

/**
 * The group's enquiry, for somebody who stands in some relation to the group.
 * @param cycle an earlier cycle's number; the newest when left out.
 * @throws NotFound for everybody else, and when there is no such group or cycle.
 */
export async function findEnquiry(db: Db, person: Reader, groupId: string, cycle?: number): Promise<Enquiry> {
  const day = today()
  const [row] = await (cycle === undefined ? newest(db, { groupId, day }) : ofCycle(db, { groupId, cycle, day }))
  return visible(db, person, row)
}

/** The enquiry that a row of a later room belongs to, by its cycle's id. @throws NotFound */
export async function findEnquiryById(db: Db, person: Reader, enquiryId: string): Promise<Enquiry> {
  const [row] = await withIds(db, { ids: [enquiryId], day: today() })
  return visible(db, person, row)
}

/** The newest cycle of each of these groups that the person may see, in no particular order. */
export async function enquiriesOf(db: Db, person: Reader, groupIds: string[]): Promise<Enquiry[]> {
  if (groupIds.length === 0) return []
  return asRead(db, person, await newestOfEach(db, { groupIds, day: today() }))
}

/**
 * These cycles, where the person may see their group, by their ids.
 * @param known those that were loaded for this person already; the others alone are asked for
 */
export async function enquiriesById(
  db: Db,
  person: Reader,
  enquiryIds: string[],
  known: readonly Enquiry[] = [],
): Promise<Map<string, Enquiry>> {
  const loaded = known.filter(enquiry => enquiryIds.includes(enquiry.id))
  const others = [...new Set(enquiryIds)].filter(id => !loaded.some(enquiry => enquiry.id === id))
  const rows = others.length === 0 ? [] : await withIds(db, { ids: others, day: today() })
  const seen = [...loaded, ...(await asRead(db, person, rows))]
  return new Map(seen.map(enquiry => [enquiry.id, enquiry]))
}

/** What a group asks now and where it stands, for those who look in from outside: they read it under `names`. */
export async function newestCycleOf(
  db: Db,
  { id, names }: { id: string; names: Names },
): Promise<Pick<Enquiry, 'question' | 'stage' | 'finishedAt'>> {
  const { question, ...newest } = await db
    .selectFrom('enquiries')
    .select(['question', 'stage', 'finishedAt'])
    .where('groupId', '=', id)
    .orderBy('cycle', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ...newest, question: names.read(question) }
}

const newest = asksWith((db, { groupId, day }: Slots<{ groupId: string; day: string }>) =>
  enquiries(db, day).where('groups.id', '=', groupId).orderBy('enquiries.cycle', 'desc').limit(1),
)

const ofCycle = asksWith((db, { groupId, cycle, day }: Slots<{ groupId: string; cycle: number; day: string }>) =>
  enquiries(db, day).where('groups.id', '=', groupId).where('enquiries.cycle', '=', cycle),
)

const newestOfEach = asksWith((db, { groupIds, day }: Slots<{ groupIds: string[]; day: string }>) =>
  enquiries(db, day)
    .where('groups.id', 'in', groupIds)
    .where('enquiries.cycle', '=', eb =>
      eb
        .selectFrom('enquiries as newest')
        .select(e => e.fn.max('newest.cycle').as('cycle'))
        .whereRef('newest.groupId', '=', 'groups.id'),
    ),
)

const withIds = asksWith((db, { ids, day }: Slots<{ ids: string[]; day: string }>) =>
  enquiries(db, day).where('enquiries.id', 'in', ids),
)

/** @param day that of whoever asks */
function enquiries(db: Db, day: ValueOrSlot) {
  return db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .innerJoin('networks', 'networks.id', 'groups.networkId')
    .select([
      'enquiries.id',
      'enquiries.groupId',
      'groups.name as groupName',
      'groups.networkId',
      'networks.name as networkName',
      'groups.themeId',
    ])
    .select([
      'enquiries.cycle',
      'enquiries.question',
      'enquiries.stage',
      'enquiries.beganAt',
      'enquiries.finishedAt',
      'enquiries.decision',
      'enquiries.follows',
      'groups.closedAt',
    ])
    .select(
      sql<string | null>`(select group_concat(distinct member.school_id) from group_people as member
        where member.group_id = groups.id and member.left_at is null and member.role in (${sql.join(takingPart)}))`.as(
        'schoolList',
      ),
    )
    .select(
      sql<
        string | null
      >`(select group_concat(member.role || '|' || replace(people.name, ',', ' ')) from group_people as member
        join people on people.id = member.person_id
        where member.group_id = groups.id and member.left_at is null
        and (member.until is null or member.until >= ${day})
        and not exists (select 1 from schools as departed where departed.id = member.school_id
          and departed.left_at is not null))`.as('peopleList'),
    )
    .select([
      sql<string | null>`(select group_concat(shared.stage) from shared_stages as shared
        where shared.enquiry_id = enquiries.id)`.as('sharedList'),
      sql<string | null>`(select group_concat(moved.from_stage || ' ' || moved.to_stage) from stage_moves as moved
        where moved.enquiry_id = enquiries.id)`.as('moveList'),
      sql<number>`(select max(newest.cycle) from enquiries as newest where newest.group_id = groups.id)`.as(
        'newestCycle',
      ),
    ])
}

interface Row extends Omit<
  Enquiry,
  'question' | 'schoolIds' | 'people' | 'hasLead' | 'standing' | 'names' | 'sharedStages' | 'returns'
> {
  question: Written
  schoolList: string | null
  peopleList: string | null
  sharedList: string | null
  moveList: string | null
}

async function visible(db: Db, person: Reader, row: Row | undefined): Promise<Enquiry> {
  const [enquiry] = await asRead(db, person, row ? [row] : [])
  if (!enquiry) throw new NotFound('enquiry group')
  return enquiry
}

/** Those that the person may see, their question in the words in which this person reads the group. */
function asRead(db: Db, person: Reader, rows: Row[]): Promise<Enquiry[]> {
  const seen = rows.map(row => withStanding(person, row)).filter(enquiry => maySeeGroup(enquiry.standing))
  return Promise.all(
    seen.map(async enquiry => {
      const names = await person.namesIn(db, enquiry.groupId)
      return { ...enquiry, question: names.read(enquiry.question), names }
    }),
  )
}

function withStanding(person: Reader, { schoolList, peopleList, sharedList, moveList, ...row }: Row) {
  const moves = partsOf(moveList).map(move => move.split(' ').map(stage => stageKeys.indexOf(stage as Stage)))
  const enquiry = {
    ...row,
    schoolIds: partsOf(schoolList),
    ...peopleIn(partsOf(peopleList)),
    sharedStages: partsOf(sharedList) as Stage[],
    returns: moves.filter(([from, to]) => to! < from!).length,
  }
  return { ...enquiry, standing: standingOf(person, enquiry) }
}

/** The lead learner first, then everybody by name. @param list such as `volunteer|Sam Okafor` */
function peopleIn(list: string[]): Pick<Enquiry, 'people' | 'hasLead'> {
  const people = list.map(one => one.split('|') as [string, string])
  const isLead = ([role]: [string, string]) => role === 'lead learner'
  const sorted = people.sort(
    (one, other) => Number(isLead(other)) - Number(isLead(one)) || one[1].localeCompare(other[1], 'en-GB'),
  )
  return { people: sorted.map(([, name]) => name), hasLead: people.some(isLead) }
}

function partsOf(list: string | null): string[] {
  return list ? list.split(',') : []
}

/** Whether the group can still work: it is open, and this is the cycle it is on. */
export function isOpen(enquiry: Enquiry): boolean {
  return enquiry.closedAt === null && enquiry.finishedAt === null
}
