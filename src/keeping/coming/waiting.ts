import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { daysAfter } from '../../web/now.js'
import { day, plural } from '../../words/words.js'
import { keptKind } from '../kinds/kinds.js'
import { daysBefore } from './announcing.js'

/** Of each kind at once. */
const most = 20

/** What will be erased at the end of its time, for those who were told and have not said yet that they looked through it. */
export const whatWillGo = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('keepingTold as told')
        .innerJoin('keepingRounds as rounds', 'rounds.id', 'told.roundId')
        .leftJoin('groups', 'groups.id', 'rounds.groupId')
        .select(['rounds.id', 'rounds.kind', 'rounds.networkId', 'rounds.groupId', 'rounds.announcedOn', 'groups.name'])
        .select(eb =>
          eb
            .selectFrom('keepingThings as things')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .whereRef('things.roundId', '=', 'rounds.id')
            .where('things.goneAt', 'is', null)
            .where('things.droppedAt', 'is', null)
            .as('count'),
        )
        .where('told.personId', '=', me)
        .where('told.seenAt', 'is', null)
        .where('rounds.endedAt', 'is', null)
        .limit(most),
  ),
  says: rows => rows.flatMap(ofRound),
})

/** For those who lead a network in which something ended and nobody has said how long things are kept. */
export const periodsToSay = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('networkRoles as roles')
        .innerJoin('networks', 'networks.id', 'roles.networkId')
        .select(['networks.id', 'networks.name'])
        .where('roles.personId', '=', me)
        .where('roles.role', '=', 'network leader')
        .where('roles.endedAt', 'is', null)
        .where('networks.erasedAt', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('keepingPeriods as said')
                .select('said.networkId')
                .whereRef('said.networkId', '=', 'networks.id'),
            ),
          ),
        )
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('groups')
              .select('groups.id')
              .whereRef('groups.networkId', '=', 'networks.id')
              .where('groups.closedAt', 'is not', null),
          ),
        )
        .limit(most),
  ),
  says: rows => rows.map(ofNetwork),
})

function ofNetwork({ id, name }: { id: string; name: string }): Waiting {
  return {
    text: `Nobody has said yet how long ${name} keeps things. Until then nothing is erased by itself.`,
    href: `/networks/${id}/keeping`,
    action: 'Say how long',
    networkId: id,
  }
}

function ofRound({
  id,
  kind,
  networkId,
  groupId,
  announcedOn,
  name,
  count,
}: {
  id: string
  kind: string
  networkId: string | null
  groupId: string | null
  announcedOn: string
  name: string | null
  count: number | null
}): Waiting[] {
  const kept = keptKind(kind)
  if (!kept || Number(count) === 0) return []
  const goes = daysAfter(announcedOn, daysBefore)
  const of = name === null ? '' : ` of ${name}`
  return [
    {
      text: `${plural(Number(count), ...kept.words)}${of} will be erased from ${day(goes)} on.`,
      href: `/keeping/${id}`,
      action: 'Look through what will go',
      due: goes,
      networkId,
      groupId,
    },
  ]
}
