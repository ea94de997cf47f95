import type { Db } from '../../database.js'
import { byName } from '../../words/words.js'
import type { AdministrationNetworksPage } from '../pages.js'

/** Every network by name, with the names of those who lead it. */
export async function networksWithLeaders(db: Db): Promise<AdministrationNetworksPage['networks']> {
  const networks = await db
    .selectFrom('networks')
    .select(['id', 'name', 'createdAt'])
    .where('erasedAt', 'is', null)
    .execute()
  const leaders = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.networkId', 'people.name'])
    .where('networkRoles.role', '=', 'network leader')
    .where('networkRoles.endedAt', 'is', null)
    .execute()
  const leadersOf = (id: string) => leaders.filter(one => one.networkId === id).map(one => one.name)
  return networks.sort(byName).map(network => ({ ...network, leaders: leadersOf(network.id).join(', ') }))
}
