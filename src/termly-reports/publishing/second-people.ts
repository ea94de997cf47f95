import type { Db } from '../../database.js'
import { peopleWith } from '../../networks/people/people-to-choose.js'
import type { Network } from '../../networks/tables.js'

/** The names of those who can be the second person to a report that somebody else submits, by name. */
export async function secondPeople(db: Db, network: Pick<Network, 'id'>, but: { id: string }): Promise<string[]> {
  const able = [
    ...(await peopleWith(db, network.id, 'leads the network')),
    ...(await peopleWith(db, network.id, 'leads the theme')),
  ]
  return [...new Map(able.filter(one => one.id !== but.id).map(one => [one.id, one.name])).values()]
}

/** Where a second person is invited, by those who lead the network. */
export function secondPersonInvited({ id }: Pick<Network, 'id'>): string {
  return `/networks/${id}/people/invitations/new?role=network+leader`
}
