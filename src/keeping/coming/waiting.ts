import type { Around } from '../../enquiries/around.js'
import type { WaitingKind } from '../../web/waiting.js'
import { daysAfter } from '../../web/now.js'
import { day, plural } from '../../words/words.js'
import { keptKind } from '../kinds/kinds.js'
import { daysBefore } from './announcing.js'

/** What will be erased, for those who were told and have not looked through it yet. */
export const whatWillGo: WaitingKind<Around> = async ({ db, person }) => {
  const rows = await db
    .selectFrom('keepingTold')
    .innerJoin('keepingRounds', 'keepingRounds.id', 'keepingTold.roundId')
    .leftJoin('groups', 'groups.id', 'keepingRounds.groupId')
    .select(['keepingRounds.id', 'keepingRounds.kind', 'keepingRounds.networkId', 'announcedOn', 'groups.name'])
    .select(({ selectFrom }) =>
      selectFrom('keepingThings')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .whereRef('keepingThings.roundId', '=', 'keepingRounds.id')
        .where('goneAt', 'is', null)
        .where('droppedAt', 'is', null)
        .as('count'),
    )
    .where('keepingTold.personId', '=', person.id)
    .where('keepingTold.seenAt', 'is', null)
    .where('keepingRounds.endedAt', 'is', null)
    .orderBy('announcedOn')
    .limit(20)
    .execute()
  return rows.flatMap(({ id, kind, networkId, announcedOn, name, count }) => {
    const kept = keptKind(kind)
    if (!kept || Number(count) === 0) return []
    const goes = daysAfter(announcedOn, daysBefore)
    const of = name === null ? '' : ` of ${name}`
    return {
      text: `${plural(Number(count), ...kept.words)}${of} will be erased from ${day(goes)} on.`,
      href: `/keeping/${id}`,
      action: 'Look through what will go',
      due: goes,
      networkId,
    }
  })
}
