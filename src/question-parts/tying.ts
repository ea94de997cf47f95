import type { Trx } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import { about } from './keeping.js'
import { type ThingKind, things } from './things.js'

/** One tick: whether a thing answers a part. */
export interface Tick {
  partId: string
  thingId: string
  isTicked: boolean
}

/**
 * Says which things of a kind answer which parts; what no tick is about stays as it is.
 * @param ticks of parts of this enquiry, and of things that the person was offered
 */
export async function tie(trx: Trx, enquiry: Enquiry, person: Person, kind: ThingKind, ticks: Tick[]): Promise<void> {
  const table = things[kind].table as 'questionPartClaims'
  for (const { partId, thingId, isTicked } of ticks)
    if (isTicked)
      await trx
        .insertInto(table)
        .values({ partId, thingId, tiedAt: now(), tiedBy: person.id })
        .onConflict(c => c.columns(['partId', 'thingId']).doNothing())
        .execute()
    else await trx.deleteFrom(table).where('partId', '=', partId).where('thingId', '=', thingId).execute()
  for (const id of new Set(ticks.map(one => one.partId)))
    await record(trx, { kind: 'question part tied', by: person, ...about(enquiry, id) })
}
