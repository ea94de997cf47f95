import type { DatesOf } from '../networks/year.js'

/** The day of the conference: everybody who works in the network is asked to come. */
export const datesOfConferences: DatesOf = async (db, person, networkIds, { from, until }) => {
  const conferences = await db
    .selectFrom('conferences')
    .selectAll()
    .where('networkId', 'in', [...networkIds.filter(id => person.works(id)), ''])
    .where('heldOn', '>=', from)
    .where('heldOn', '<=', until)
    .execute()
  return conferences.map(({ id, networkId, title, heldOn, place, sequence, changedAt, madeAt }) => ({
    ...{ uid: `conference-${id}`, kind: 'conference', title: `Conference: ${title}`, starts: heldOn, ends: null },
    ...{ where: place, href: `/networks/${networkId}/conferences/${id}`, networkId, groupId: null, mine: true },
    ...{ sequence, changedAt: changedAt ?? madeAt, cancelledAt: null },
  }))
}
