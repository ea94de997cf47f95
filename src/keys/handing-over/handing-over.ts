import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { rolesThat, takingPart } from '../../people/roles/roles.js'
import { byName } from '../../words/words.js'
import { aboutKey, type FoundKey } from '../keys.js'
import { closeKeyFor } from '../opening/opening.js'
import type { KeyStore } from '../store.js'

/**
 * The key has a new owner and a new passphrase; whoever had it opens it no more. What made it right (the old passphrase,
 * or a second person) is for the verb before.
 * @param passphrase its hash
 */
export async function becomeOwner(
  trx: Trx,
  store: KeyStore,
  key: FoundKey,
  person: Person,
  passphrase: string,
): Promise<void> {
  await trx.updateTable('pupilKeys').set({ ownerId: person.id }).where('id', '=', key.id).execute()
  await closeKeyFor(trx, key, key.ownerId)
  await record(trx, { kind: 'key taken over', by: person, ...aboutKey(key), from: key.ownerId })
  await store.setPassphrase(key.id, passphrase)
}

/** Colleagues in the group who come from the school of the key: to one of them its owner can hand it. */
export async function possibleOwners(db: Db, key: FoundKey): Promise<{ personId: string; name: string }[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .select(['groupPeople.personId', 'people.name'])
    .where('groupPeople.groupId', '=', key.groupId)
    .where('groupPeople.schoolId', '=', key.schoolId)
    .where('groupPeople.role', 'in', takingPart)
    .where('groupPeople.leftAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('groupPeople.personId', '<>', key.ownerId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('networkRoles')
          .select('networkRoles.id')
          .whereRef('networkRoles.personId', '=', 'groupPeople.personId')
          .where('networkRoles.schoolId', '=', key.schoolId)
          .where('networkRoles.role', 'in', rolesThat('works'))
          .where('networkRoles.endedAt', 'is', null),
      ),
    )
    .execute()
  return rows.sort(byName)
}

/** Its owner hands the key on; they open it no more from then on. @throws NotFound when the other cannot have it */
export async function handKeyOver(trx: Trx, key: FoundKey, person: Person, to: string): Promise<{ name: string }> {
  const chosen = (await possibleOwners(trx, key)).find(one => one.personId === to)
  if (!chosen) throw new NotFound('person')

  await trx.updateTable('pupilKeys').set({ ownerId: to }).where('id', '=', key.id).execute()
  await closeKeyFor(trx, key, key.ownerId)
  await record(trx, { kind: 'key handed on', by: person, ...aboutKey(key) })

  return chosen
}
