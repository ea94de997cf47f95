import type { Db } from '../../src/database.js'
import { renewReach } from '../../src/reach/renewing.js'
import { inOne } from '../../src/database.js'

/**
 * Logs pieces in a group until it has so many, by all who work in it and for all of their schools: of ten one is a draft, one is
 * for its school, three are for the network, and now and then one is withdrawn.
 */
export async function logManyPieces(db: Db, groupId: string, until: number): Promise<void> {
  const { last } = await db
    .selectFrom('evidence')
    .select(eb => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  const cycle = await db
    .selectFrom('enquiries')
    .select('id')
    .where('groupId', '=', groupId)
    .orderBy('cycle', 'desc')
    .executeTakeFirstOrThrow()
  const people = await db
    .selectFrom('groupPeople')
    .select(['personId', 'schoolId'])
    .where('groupId', '=', groupId)
    .where('leftAt', 'is', null)
    .where('schoolId', 'is not', null)
    .execute()
  await inOne(db, async trx => {
    const idOf = (place: number) => idIn(groupId, place)
    for (let from = Number(last); from < until; from += 500) {
      const places = Array.from({ length: Math.min(500, until - from) }, (_, place) => from + place)
      const by = (place: number) => people[place % people.length]!
      const rows = places.map(place => ({
        ...pieceAs(place),
        id: idOf(place),
        groupId,
        enquiryId: cycle.id,
        loggedBy: by(place).personId,
      }))
      await trx.insertInto('evidence').values(rows).execute()
      const schools = places.map(place => ({ evidenceId: idOf(place), schoolId: by(place).schoolId! }))
      await trx.insertInto('evidenceSchools').values(schools).execute()
      await renewReach(trx, places.map(idOf))
    }
  })
}

/** Of the group of which most tests make a large one, short. */
const idIn = (groupId: string, place: number) => (groupId === 'reading' ? `many-${place}` : `${groupId}-many-${place}`)
const at = '2026-10-01T09:00:00.000Z'

function pieceAs(place: number) {
  const turn = place % 10
  return {
    number: place + 1,
    title: `Reading aloud, day ${place}`,
    whatWeSaw: `On day ${place} they read aloud to one another in pairs, and three asked for the book again afterwards.`,
    kind: place % 3 ? ('observation' as const) : ('pupil-work' as const),
    stage: place % 4 ? ('evidence' as const) : ('context' as const),
    gatheredOn: new Date(Date.parse('2026-09-01') - Math.floor(place / 40) * 86_400_000).toISOString().slice(0, 10),
    loggedAt: at,
    sharedWithGroupAt: turn === 0 ? null : at,
    sharedWithSchoolAt: turn === 3 ? at : null,
    sharedWithNetworkAt: turn > 6 ? at : null,
    sharedOutsideAt: [6, 8, 9].includes(turn) ? at : null,
    withdrawnAt: turn === 5 && place % 7 === 0 ? at : null,
  }
}
