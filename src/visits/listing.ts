import type { Db } from '../database.js'
import { today } from '../web/now.js'
import type { Visit, VisitSlot } from './tables.js'

/** A visit in a list, with its days. */
export interface VisitInList extends Visit {
  schoolName: string | null
  offeredByName: string
  groupName: string | null
  slots: VisitSlot[]
}

export type Showing = 'ahead' | 'was' | 'asked' | 'schools'
export const showings: Showing[] = ['ahead', 'was', 'asked', 'schools']

export interface Wanted {
  networkId: string
  showing: Exclude<Showing, 'schools'>
  /** Of these schools alone. */
  schools?: string[]
  /** Only these: for somebody who is invited to them and sees no others. */
  only?: string[]
}

function wantedVisits(db: Db, { networkId, showing, schools, only }: Wanted) {
  return db
    .selectFrom('visits')
    .where('visits.networkId', '=', networkId)
    .$if(showing === 'asked', query => query.where('visits.kind', '=', 'asked'))
    .$if(showing === 'ahead', query =>
      query.where('visits.lastOn', '>=', today()).where('visits.cancelledAt', 'is', null),
    )
    .$if(showing === 'was', query => query.where('visits.lastOn', '<', today()))
    .$if(schools !== undefined, query => query.where('visits.schoolId', 'in', [...schools!, '']))
    .$if(only !== undefined, query => query.where('visits.id', 'in', [...only!, '']))
}

/** @param of the page: from 1, and how many stand on one */
export async function visitsIn(
  db: Db,
  wanted: Wanted,
  of: { number: number; perPage: number },
): Promise<{ rows: VisitInList[]; total: number }> {
  const { total } = await wantedVisits(db, wanted)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: await visitsOnPage(db, wanted, of), total: Number(total) }
}

/** The same where nobody needs to know how many there are. */
export async function visitsOnPage(
  db: Db,
  wanted: Wanted,
  of: { number: number; perPage: number },
): Promise<VisitInList[]> {
  const query = wantedVisits(db, wanted)
    .innerJoin('people', 'people.id', 'visits.offeredBy')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .leftJoin('groups', 'groups.id', 'visits.groupId')
    .selectAll('visits')
    .select(['schools.name as schoolName', 'people.name as offeredByName', 'groups.name as groupName'])
  const ordered =
    wanted.showing === 'ahead'
      ? query.orderBy('visits.lastOn')
      : query.orderBy(wanted.showing === 'was' ? 'visits.lastOn' : 'visits.offeredAt', 'desc')
  const rows = await ordered
    .orderBy('visits.id')
    .limit(of.perPage)
    .offset((of.number - 1) * of.perPage)
    .execute()
  return withSlots(db, rows)
}

/** Every visit of a network, for the list that is taken away: what is asked for too. */
export async function allVisitsOf(db: Db, networkId: string): Promise<VisitInList[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.offeredBy')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .leftJoin('groups', 'groups.id', 'visits.groupId')
    .selectAll('visits')
    .select(['schools.name as schoolName', 'people.name as offeredByName', 'groups.name as groupName'])
    .where('visits.networkId', '=', networkId)
    .orderBy('visits.offeredAt')
    .execute()
  const slots = await db
    .selectFrom('visitSlots')
    .selectAll()
    .where('networkId', '=', networkId)
    .orderBy('day')
    .execute()
  const of = new Map<string, VisitSlot[]>()
  for (const slot of slots) of.set(slot.visitId, [...(of.get(slot.visitId) ?? []), slot])
  return rows.map(row => ({ ...row, slots: of.get(row.id) ?? [] }))
}

async function withSlots<Row extends Omit<VisitInList, 'slots'>>(db: Db, rows: Row[]): Promise<VisitInList[]> {
  if (rows.length === 0) return []
  const slots = await db
    .selectFrom('visitSlots')
    .selectAll()
    .where(
      'visitId',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('day')
    .orderBy('starts')
    .execute()
  return rows.map(row => ({ ...row, slots: slots.filter(slot => slot.visitId === row.id) }))
}

/** The offers that answer a request, the newest first. */
export async function answersTo(db: Db, visitId: string): Promise<VisitInList[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.offeredBy')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .leftJoin('groups', 'groups.id', 'visits.groupId')
    .selectAll('visits')
    .select(['schools.name as schoolName', 'people.name as offeredByName', 'groups.name as groupName'])
    .where('visits.answersId', '=', visitId)
    .orderBy('visits.offeredAt', 'desc')
    .execute()
  return withSlots(db, rows)
}
