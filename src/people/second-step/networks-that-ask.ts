import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { now } from '../../web/now.js'
import type { Person } from '../person.js'

/** Since when a network asks a second step of everybody in it; undefined where it does not. */
export function asksEverybody(db: Db, networkId: string) {
  return db
    .selectFrom('networksThatAsk')
    .innerJoin('people', 'people.id', 'networksThatAsk.askedBy')
    .select(['networksThatAsk.askedAt', 'people.name as by'])
    .where('networkId', '=', networkId)
    .executeTakeFirst()
}

/** Everybody in the network is told, and is led to it from their next sign-in on. */
export async function askEverybody(trx: Trx, network: { id: string }, by: Pick<Person, 'id'>): Promise<void> {
  const row = { networkId: network.id, askedAt: now(), askedBy: by.id }
  const begun = await trx
    .insertInto('networksThatAsk')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (begun.numInsertedOrUpdatedRows === 0n) return
  await record(trx, { kind: 'second step asked of everybody', by, networkId: network.id })
}

/** Only those whose role reaches far are asked from now on. What people have set up stays. */
export async function askNoLonger(trx: Trx, network: { id: string }, by: Pick<Person, 'id'>): Promise<void> {
  const ended = await trx.deleteFrom('networksThatAsk').where('networkId', '=', network.id).executeTakeFirst()
  if (ended.numDeletedRows === 0n) return
  await record(trx, { kind: 'second step no longer asked of everybody', by, networkId: network.id })
}

/** When the first of somebody's networks began to ask; null where none does. */
export async function askedByNetworkAt(db: Db, person: Person): Promise<string | null> {
  const { networkIds } = person
  const groupIds = person.groups.map(one => one.groupId)
  if (networkIds.length === 0 && groupIds.length === 0) return null
  const row = await db
    .selectFrom('networksThatAsk')
    .select(eb => eb.fn.min('askedAt').as('askedAt'))
    .where(eb =>
      eb.or([
        eb('networkId', 'in', networkIds.length > 0 ? networkIds : ['']),
        eb(
          'networkId',
          'in',
          eb
            .selectFrom('groups')
            .select('groups.networkId')
            .where('groups.id', 'in', groupIds.length > 0 ? groupIds : ['']),
        ),
      ]),
    )
    .executeTakeFirst()
  return row?.askedAt ?? null
}

/** Everybody in a network, in whatever role or group, and whether they have a second step. */
export function everybodyIn(db: Db, networkId: string) {
  return db
    .selectFrom('people')
    .select(['people.id', 'people.email'])
    .select(eb =>
      eb
        .or([
          eb.exists(
            eb
              .selectFrom('secondSteps')
              .select('secondSteps.personId')
              .whereRef('secondSteps.personId', '=', 'people.id'),
          ),
          eb.exists(eb.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.personId', '=', 'people.id')),
        ])
        .as('has'),
    )
    .where('people.disabledAt', 'is', null)
    .where('people.id', 'in', eb =>
      eb
        .selectFrom('networkRoles')
        .select('networkRoles.personId')
        .where('networkRoles.networkId', '=', networkId)
        .where('networkRoles.endedAt', 'is', null)
        .union(
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groupPeople.personId')
            .where('groups.networkId', '=', networkId)
            .where('groupPeople.leftAt', 'is', null),
        ),
    )
    .execute()
}
