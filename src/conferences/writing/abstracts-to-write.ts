import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'

/** A group that leads a session has not yet said in the booklet what it found; for its lead learner. */
export const abstractsToWrite = waits({
  asks: inTheSameWords(
    ({ enquiries, today }: Around) => ({
      today,
      groups: enquiries.filter(one => one.standing.lead && one.closedAt === null).map(one => one.groupId),
    }),
    (db, { today, groups }) =>
      db
        .selectFrom('conferenceSessions')
        .innerJoin('conferences', 'conferences.id', 'conferenceSessions.conferenceId')
        .leftJoin('conferenceAbstracts', join =>
          join
            .onRef('conferenceAbstracts.conferenceId', '=', 'conferences.id')
            .onRef('conferenceAbstracts.groupId', '=', 'conferenceSessions.groupId'),
        )
        .select(['conferences.id', 'conferences.title', 'conferences.heldOn', 'conferenceSessions.groupId'])
        .distinct()
        .where('conferenceSessions.groupId', 'in', groups)
        .where('conferenceSessions.removedAt', 'is', null)
        .where('conferenceAbstracts.groupId', 'is', null)
        .where('conferences.heldOn', '>=', today),
  ),
  says: (rows, { enquiries }) =>
    rows.flatMap((row): Waiting[] => {
      const group = enquiries.find(one => one.groupId === row.groupId)
      if (!group) return []
      return [
        {
          text: `${group.groupName} leads a session at “${row.title}”. Say in a few lines what people will hear.`,
          href: `/groups/${group.groupId}/conference-abstracts/${row.id}`,
          action: 'Write the abstract',
          due: row.heldOn,
          networkId: group.networkId,
        },
      ]
    }),
})

/** Governors and facilitators are told of a booklet that is open to them. */
export const bookletsOpenToMe = waits({
  asks: inTheSameWords(
    ({ person, enquiries, today }: Around) => ({
      today,
      networks: person.rolesWith('reads what is released').map(role => role.networkId),
      groups: enquiries.filter(one => one.standing.facilitator).map(one => one.groupId),
    }),
    (db, { today, networks, groups }) =>
      db
        .selectFrom('conferences')
        .select(['id', 'title', 'heldOn', 'networkId'])
        .where('openToGuestsAt', 'is not', null)
        .where('heldOn', '>=', today)
        .where(eb =>
          eb.or([
            eb('networkId', 'in', networks),
            eb.exists(
              eb
                .selectFrom('conferenceSessions')
                .select('conferenceSessions.id')
                .whereRef('conferenceSessions.conferenceId', '=', 'conferences.id')
                .where('conferenceSessions.removedAt', 'is', null)
                .where('conferenceSessions.groupId', 'in', groups),
            ),
          ]),
        ),
  ),
  says: (rows, { person }) =>
    rows
      .filter(({ networkId }) => !person.works(networkId))
      .map(({ id, title, heldOn, networkId }) => ({
        text: `The booklet of “${title}” is open to you.`,
        href: `/networks/${networkId}/conferences/${id}/booklet`,
        action: 'Read the booklet',
        due: heldOn,
        networkId,
      })),
})
