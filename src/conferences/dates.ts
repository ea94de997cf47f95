import { inTheSameWords } from '../database/in-the-same-words.js'
import { tellsDates } from '../networks/year.js'

/** The day of the conference: everybody who works in the network is asked to come. */
export const datesOfConferences = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ works: networkIds.filter(id => person.works(id)), from, until }),
    (db, { works, from, until }) =>
      db
        .selectFrom('conferences')
        .selectAll()
        .where('networkId', 'in', works)
        .where('heldOn', '>=', from)
        .where('heldOn', '<=', until),
  ),
  says: conferences =>
    conferences.map(({ id, networkId, title, heldOn, place, sequence, changedAt, madeAt }) => ({
      ...{ uid: `conference-${id}`, kind: 'conference', title: `Conference: ${title}`, starts: heldOn, ends: null },
      ...{ where: place, href: `/networks/${networkId}/conferences/${id}`, networkId, groupId: null, mine: true },
      ...{ sequence, changedAt: changedAt ?? madeAt, cancelledAt: null },
    })),
})
