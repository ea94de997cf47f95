import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import type { KnowsHow, KnowsHowOf } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { rolesThat } from '../../people/roles/roles.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { folded } from '../../words/folded.js'
import { byName } from '../../words/words.js'
import type { KnowHow } from '../tables.js'

/** Who said of themselves that colleagues may ask them; whoever works in the network no more is asked no more. */
export const saidThemselves: KnowsHowOf = async (db, _person, network) => {
  const rows = await db
    .selectFrom('knowHows')
    .innerJoin('people', 'people.id', 'knowHows.personId')
    .innerJoin('schools', 'schools.id', 'knowHows.schoolId')
    .select(['knowHows.id', 'knowHows.personId', 'knowHows.what', 'people.name', 'schools.name as school'])
    .where('knowHows.networkId', '=', network.id)
    .where('knowHows.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('networkRoles')
          .select('networkRoles.id')
          .whereRef('networkRoles.personId', '=', 'knowHows.personId')
          .whereRef('networkRoles.networkId', '=', 'knowHows.networkId')
          .where('networkRoles.role', 'in', rolesThat('works'))
          .where('networkRoles.endedAt', 'is', null),
      ),
    )
    .execute()
  return rows.map(({ id, ...row }) => ({
    ...row,
    because: 'says so',
    href: `/networks/${network.id}/who-knows-how/${id}`,
  }))
}

/** Everybody of a network who may be asked, from all rooms, by what they know and then by name; each thing once a person. */
export async function whoKnowsHow(
  db: Db,
  knowsHow: KnowsHowOf[],
  person: Reader,
  network: Network,
  words: string,
): Promise<KnowsHow[]> {
  const all = (await Promise.all(knowsHow.map(of => of(db, person, network)))).flat()
  const once = new Map(all.map(one => [`${one.personId}\n${folded(one.what)}`, one]))
  const asked = folded(words).split(/\s+/).filter(Boolean)
  return [...once.values()]
    .filter(one => asked.every(word => folded(`${one.what} ${one.name} ${one.school} ${one.because}`).includes(word)))
    .sort((one, other) => byName({ name: one.what }, { name: other.what }) || byName(one, other))
}

/** Somebody’s own lines, the newest first. */
export function ownKnowHows(db: Db, person: Person, network: Pick<Network, 'id'>): Promise<KnowHow[]> {
  return db
    .selectFrom('knowHows')
    .selectAll()
    .where('personId', '=', person.id)
    .where('networkId', '=', network.id)
    .where('endedAt', 'is', null)
    .orderBy('saidAt', 'desc')
    .execute()
}

/** Says that colleagues may ask about it. */
export async function offerKnowHow(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  said: { what: string; schoolId: string },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('knowHows')
    .values({ id, networkId: network.id, personId: person.id, ...said, saidAt: now(), endedAt: null })
    .execute()
  await record(trx, {
    ...{ kind: 'know-how offered', by: person, networkId: network.id },
    ...{ aboutKind: 'know-how', aboutId: id },
  })
  return id
}

export async function takeKnowHowBack(trx: Trx, one: KnowHow, person: Person): Promise<void> {
  if (one.endedAt) return
  await trx.updateTable('knowHows').set({ endedAt: now() }).where('id', '=', one.id).execute()
  await record(trx, {
    ...{ kind: 'know-how taken back', by: person, networkId: one.networkId },
    ...{ aboutKind: 'know-how', aboutId: one.id },
  })
}

/** @throws NotFound unless it is the person’s own */
export async function findOwnKnowHow(db: Db, person: Person, network: Pick<Network, 'id'>, id: string) {
  return db
    .selectFrom('knowHows')
    .selectAll()
    .where('id', '=', id)
    .where('networkId', '=', network.id)
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound('line'))
}
