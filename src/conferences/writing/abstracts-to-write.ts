import type { Around } from '../../enquiries/around.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'

/** A group that leads a session has not yet said in the booklet what it found; for its lead learner. */
export const abstractsToWrite: WaitingKind<Around> = async ({ db, enquiries, today }) => {
  const led = enquiries.filter(one => one.standing.lead && one.closedAt === null)
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('conferenceSessions')
    .innerJoin('conferences', 'conferences.id', 'conferenceSessions.conferenceId')
    .leftJoin('conferenceAbstracts', join =>
      join
        .onRef('conferenceAbstracts.conferenceId', '=', 'conferences.id')
        .onRef('conferenceAbstracts.groupId', '=', 'conferenceSessions.groupId'),
    )
    .select(['conferences.id', 'conferences.title', 'conferences.heldOn', 'conferenceSessions.groupId'])
    .distinct()
    .where(
      'conferenceSessions.groupId',
      'in',
      led.map(one => one.groupId),
    )
    .where('conferenceSessions.removedAt', 'is', null)
    .where('conferenceAbstracts.groupId', 'is', null)
    .where('conferences.heldOn', '>=', today)
    .execute()
  return rows.flatMap((row): Waiting[] => {
    const group = led.find(one => one.groupId === row.groupId)
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
  })
}

/** Governors and facilitators are told of a booklet that is open to them. */
export const bookletsOpenToMe: WaitingKind<Around> = async ({ db, person, enquiries, today }) => {
  const networks = person.rolesWith('reads what is released').map(role => role.networkId)
  const groups = enquiries.filter(one => one.standing.facilitator).map(one => one.groupId)
  if (networks.length + groups.length === 0) return []
  const rows = await db
    .selectFrom('conferences')
    .select(['id', 'title', 'heldOn', 'networkId'])
    .where('openToGuestsAt', 'is not', null)
    .where('heldOn', '>=', today)
    .where(eb =>
      eb.or([
        eb('networkId', 'in', [...networks, '']),
        eb.exists(
          eb
            .selectFrom('conferenceSessions')
            .select('conferenceSessions.id')
            .whereRef('conferenceSessions.conferenceId', '=', 'conferences.id')
            .where('conferenceSessions.removedAt', 'is', null)
            .where('conferenceSessions.groupId', 'in', [...groups, '']),
        ),
      ]),
    )
    .execute()
  return rows
    .filter(({ networkId }) => !person.works(networkId))
    .map(({ id, title, heldOn, networkId }) => ({
      text: `The booklet of “${title}” is open to you.`,
      href: `/networks/${networkId}/conferences/${id}/booklet`,
      action: 'Read the booklet',
      due: heldOn,
      networkId,
    }))
}
