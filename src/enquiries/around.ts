import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { enquiriesOf, type Enquiry } from './enquiry.js'
import { type CommentPlace, placesOfComments, type Said, type Threads, threadsOnce } from './comments/threads.js'
import type { Term } from '../networks/tables.js'
import { today } from '../web/now.js'

/** What is around somebody today: read once, and handed to everything that Your day is made of. */
export interface Around {
  db: Db
  person: Reader
  /** `2027-03-05` */
  today: string
  /** The newest cycle of every group that they stand in some relation to. */
  enquiries: Enquiry[]
  /** The terms of their networks, the newest first. */
  terms: Term[]
  /** The things that people talk about, each asked for once. */
  threads: Threads
  /** Where each of these comments stands, by its id; what the person may not open now is left out. */
  placesOf: (comments: Said[]) => Promise<Map<string, CommentPlace>>
}

/** What everything around somebody is made of. */
export type EnquiriesAround = Pick<Around, 'today' | 'enquiries' | 'terms'>

/** @param threads the things that people talk about, of every room */
export async function aroundPerson(db: Db, person: Reader, threads: Threads): Promise<Around> {
  return aroundWith(db, person, threads, await enquiriesAround(db, person))
}

/** @param around what is loaded already */
export function aroundWith(db: Db, person: Reader, threads: Threads, around: EnquiriesAround): Around {
  const once = threadsOnce(threads, around.enquiries)
  const placesOf = (comments: Said[]) => placesOfComments(db, person, once, comments)
  return { db, person, ...around, threads: once, placesOf }
}

/** Of one group alone: for its home. */
export async function aroundInGroup(db: Db, person: Reader, threads: Threads, enquiry: Enquiry): Promise<Around> {
  const terms = await termsOf(db, [enquiry.networkId])
  return aroundWith(db, person, threads, { today: today(), enquiries: [enquiry], terms })
}

/** Of one network alone: for the parts of its page. */
export function enquiriesInNetwork(db: Db, person: Reader, network: { id: string }): Promise<EnquiriesAround> {
  return enquiriesAround(db, person, [network.id])
}

/** @param networkIds narrows everything to these networks; all of theirs when left out */
async function enquiriesAround(db: Db, person: Reader, networkIds?: string[]): Promise<EnquiriesAround> {
  const groups = await db
    .selectFrom('groups')
    .select('id')
    .where(eb =>
      eb.or([
        eb('id', 'in', [...person.groups.map(one => one.groupId), '']),
        eb('networkId', 'in', [...person.networkIds, '']),
      ]),
    )
    .$if(networkIds !== undefined, query => query.where('networkId', 'in', [...networkIds!, '']))
    .execute()
  const enquiries = await enquiriesOf(
    db,
    person,
    groups.map(group => group.id),
  )
  const networks = networkIds ?? [...new Set([...person.networkIds, ...enquiries.map(one => one.networkId)])]
  return { today: today(), enquiries, terms: await termsOf(db, networks) }
}

/** The newest first. */
function termsOf(db: Db, networkIds: string[]): Promise<Term[]> {
  return db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', 'in', [...networkIds, ''])
    .orderBy('startsOn', 'desc')
    .execute()
}
