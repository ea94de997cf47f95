import type { Db } from '../../src/database.js'

const at = '2026-10-01T09:00:00.000Z'
const hafren = '/networks/hafren/visits'
const secret = (name: string) => `Secret words of ${name}`

/** A visit of another school’s, to which a governor and a facilitator are invited; a note of each reach; a head who is asked; and two colleagues. */
export async function enterVisits(db: Db): Promise<void> {
  const day = { day: '2027-02-02', starts: '09:30', ends: '11:00' }
  await db
    .insertInto('visits')
    .values({
      ...{ id: 'visit-secret', networkId: 'hafren', kind: 'offered', title: secret('visit'), schoolId: 'upper-marsh' },
      ...{ forWhom: 'anyone', firstOn: day.day, lastOn: day.day, offeredAt: at, offeredBy: 'kasia', changedAt: at },
    })
    .execute()
  await db
    .insertInto('visitSlots')
    .values({
      ...{ id: 'slot-secret', visitId: 'visit-secret', networkId: 'hafren', ...day, lastDay: day.day },
      ...{ places: 4, taken: 2, changedAt: at },
    })
    .execute()
  await db
    .insertInto('visitBookings')
    .values(
      (['huw', 'zofia'] as const).map(personId => ({
        ...{ id: `booking-${personId}`, slotId: 'slot-secret', visitId: 'visit-secret', personId, people: 1 },
        ...{ schoolId: personId === 'huw' ? 'bryn' : 'weir', askedAt: at },
        state: personId === 'huw' ? ('booked' as const) : ('asked' as const),
      })),
    )
    .execute()
  await db
    .insertInto('visitReleases')
    .values({
      ...{ id: 'release-secret', networkId: 'hafren', schoolId: 'weir', personId: 'zofia', bookingId: 'booking-zofia' },
      ...{ ...day, lastDay: day.day, askedAt: at },
    })
    .execute()
  await db
    .insertInto('visitPeople')
    .values(
      ['dilys', 'fiona', 'menna'].map(personId => ({
        ...{ id: `asked-${personId}`, visitId: 'visit-secret', personId, standing: 'invited' as const },
        ...{ addedAt: at, addedBy: 'kasia' },
      })),
    )
    .execute()
  for (const [box, audience] of [
    ['best', 'network'],
    ['question', 'host'],
  ] as const) {
    const note = { visitId: 'visit-secret', personId: 'huw', box, audience, shownAt: at }
    await db
      .insertInto('visitNotes')
      .values({ id: `note-${box}`, ...note })
      .execute()
    const text = { kind: 'visit-note', owner: 'visit-secret~huw', field: box, body: secret(`note for the ${audience}`) }
    await db
      .insertInto('texts')
      .values({ id: `text-${box}`, ...text, version: 1, savedAt: at, savedBy: 'huw' })
      .execute()
  }
  await db
    .insertInto('supportingVisits')
    .values({
      ...{ id: 'support-secret', networkId: 'hafren', proposedBy: 'huw', colleagueId: 'eleri', ...day },
      ...{ about: secret('support'), proposedAt: at, agreedAt: at, changedAt: at },
    })
    .execute()
}

const nobody = {
  'network leader': false,
  'co-leader': false,
  'lead learner': false,
  volunteer: false,
  headteacher: false,
}

/** What of visits is asked for by everybody. */
export const visitProbes = [
  {
    resource: 'visit, programme',
    inWords: 'of another school',
    state: {},
    address: `${hafren}/visit-secret`,
    holds: secret('visit'),
    networkWide: true as const,
  },
  {
    resource: 'release for a visit',
    inWords: 'of a teacher of Weir Lane',
    state: {},
    address: `${hafren}/releases/release-secret`,
    holds: secret('visit'),
    except: { headteacher: true },
  },
  {
    resource: 'note on a visit',
    inWords: 'for the host alone',
    state: {},
    address: `${hafren}/visit-secret`,
    holds: secret('note for the host'),
    networkWide: true as const,
  },
  {
    resource: 'note on a visit',
    inWords: 'let go to the network',
    state: { shared: true },
    address: `${hafren}/visit-secret`,
    holds: secret('note for the network'),
    networkWide: true as const,
  },
  {
    resource: 'visit between two colleagues, to those two and whom they name',
    inWords: 'of two others',
    state: {},
    address: `${hafren}/supporting/support-secret`,
    holds: secret('support'),
    except: nobody,
  },
]
