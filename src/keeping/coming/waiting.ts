import { sql } from 'kysely'
import type { Around } from '../../enquiries/around.js'
import type { Waiting, WaitingKind } from '../../web/waiting.js'
import { daysAfter } from '../../web/now.js'
import { day, plural } from '../../words/words.js'
import { keptKind } from '../kinds/kinds.js'
import { daysBefore } from './announcing.js'

interface Told {
  id: string
  kind: string
  networkId: string | null
  on: string | null
  name: string | null
  count: number
}

/**
 * What will be erased at the end of its time, for those who were told and have not said yet that they looked through it; and for
 * those who lead a network in which something ended and nobody has said how long things are kept. Asked together: it waits for few
 * people, on few days.
 */
export const whatWillGo: WaitingKind<Around> = async ({ db, person }) => {
  const { rows } = await sql<Told>`
    select rounds.id, rounds.kind, rounds.network_id, rounds.announced_on as "on", groups.name,
      (select count(*) from keeping_things as things where things.round_id = rounds.id
        and things.gone_at is null and things.dropped_at is null) as count
    from keeping_told as told join keeping_rounds as rounds on rounds.id = told.round_id
      left join groups on groups.id = rounds.group_id
    where told.person_id = ${person.id} and told.seen_at is null and rounds.ended_at is null
    union all
    select networks.id, 'periods', networks.id, null, networks.name, 1
    from network_roles as roles join networks on networks.id = roles.network_id
    where roles.person_id = ${person.id} and roles.role = 'network leader' and networks.erased_at is null
      and not exists (select 1 from keeping_periods as said where said.network_id = networks.id)
      and exists (select 1 from groups where groups.network_id = networks.id and groups.closed_at is not null)
    limit 20`.execute(db)
  return rows.flatMap(row => (row.kind === 'periods' ? ofNetwork(row) : ofRound(row)))
}

function ofNetwork({ id, name }: Told): Waiting[] {
  return [
    {
      text: `Nobody has said yet how long ${name ?? ''} keeps things. Until then nothing is erased by itself.`,
      href: `/networks/${id}/keeping`,
      action: 'Say how long',
      networkId: id,
    },
  ]
}

function ofRound({ id, kind, networkId, on, name, count }: Told): Waiting[] {
  const kept = keptKind(kind)
  if (!kept || Number(count) === 0) return []
  const goes = daysAfter(on!, daysBefore)
  const of = name === null ? '' : ` of ${name}`
  return [
    {
      text: `${plural(Number(count), ...kept.words)}${of} will be erased from ${day(goes)} on.`,
      href: `/keeping/${id}`,
      action: 'Look through what will go',
      due: goes,
      networkId,
    },
  ]
}
