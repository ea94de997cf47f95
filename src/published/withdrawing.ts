import type { Trx } from '../database.js'
import type { Person } from '../people/person.js'
import { withdrawEditions } from '../publishing/editions/editions.js'
import type { FoundEdition } from './reading.js'

/** Takes a published work, every edition of it, out of the public's sight. @throws Conflict when it was already */
export async function withdrawWork(
  trx: Trx,
  { edition, groupId }: Pick<FoundEdition, 'edition' | 'groupId'>,
  person: Person,
  because: string,
): Promise<void> {
  const { ofKind, ofId, networkId } = edition
  await withdrawEditions(trx, { ofKind, ofId, networkId, groupId }, person, because)
}
