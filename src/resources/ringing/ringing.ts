import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { byName } from '../../words/words.js'
import { mayRing } from '../permissions.js'
import type { HeadToRingTable } from '../tables.js'

export interface HeadToRing {
  personId: string
  name: string
  school: string
  telephone: string
  bestTime: string
}

/**
 * Heads who said that another head may ring them, for heads alone, as long as they are heads. Who rang whom is nowhere.
 * @throws NotFound for everybody else
 */
export async function headsToRing(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<HeadToRing[]> {
  if (!mayRing(person, network)) throw new NotFound('page')
  const rows = await db
    .selectFrom('headsToRing')
    .innerJoin('people', 'people.id', 'headsToRing.personId')
    .innerJoin('networkRoles', join =>
      join
        .onRef('networkRoles.personId', '=', 'headsToRing.personId')
        .onRef('networkRoles.networkId', '=', 'headsToRing.networkId'),
    )
    .innerJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .select(['headsToRing.personId', 'people.name', 'schools.name as school', 'telephone', 'bestTime'])
    .where('headsToRing.networkId', '=', network.id)
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  const heads = new Map<string, HeadToRing>()
  for (const row of rows) {
    const one = heads.get(row.personId)
    heads.set(row.personId, one ? { ...one, school: `${one.school}, ${row.school}` } : row)
  }
  return [...heads.values()].sort(byName)
}

/** No fact is written of it: whether a head can be rung is between heads. */
export async function beToRing(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  words: Pick<HeadToRingTable, 'telephone'> & { bestTime: string },
): Promise<void> {
  await trx
    .insertInto('headsToRing')
    .values({ networkId: network.id, personId: person.id, ...words })
    .onConflict(c => c.columns(['networkId', 'personId']).doUpdateSet(words))
    .execute()
}

export async function notToRing(trx: Trx, network: Pick<Network, 'id'>, person: Person): Promise<void> {
  await trx.deleteFrom('headsToRing').where('networkId', '=', network.id).where('personId', '=', person.id).execute()
}
