import type { Db } from '../../database.js'
import type { FactBook } from '../../facts/kinds.js'
import { type Unseen, unseenOf, visit } from '../../facts/news/seeing.js'
import { ownNames } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Threads } from '../comments/threads.js'
import type { Enquiry } from '../enquiry.js'
import { newsIn, type NewsOfPlace, type NewsPlace, placeOfGroup } from './news.js'

export function placeOfNetwork({ id, name }: { id: string; name: string }): NewsPlace {
  return {
    place: 'network',
    id,
    heardBy: 'the network',
    name,
    href: `/networks/${id}`,
    opensAll: true,
    names: ownNames,
  }
}

/** Every place of which somebody hears: the groups that they stand in some relation to, and the networks they work in. */
export function placesOf(person: Reader, enquiries: Enquiry[]): NewsPlace[] {
  const nameOf = (id: string) => enquiries.find(one => one.networkId === id)?.networkName ?? ''
  return [
    ...enquiries.map(placeOfGroup),
    ...person.networkIds.filter(id => person.works(id)).map(id => placeOfNetwork({ id, name: nameOf(id) })),
  ]
}

/** Those where something is new; a network in which the person has no group is asked for its name. */
export async function unseenPlaces(db: Db, person: Reader, enquiries: Enquiry[]): Promise<Unseen<NewsPlace>[]> {
  const unseen = await unseenOf(db, person, placesOf(person, enquiries))
  const nameless = unseen.filter(one => one.name === '').map(one => one.id)
  if (nameless.length === 0) return unseen
  const rows = await db.selectFrom('networks').select(['id', 'name']).where('id', 'in', nameless).execute()
  return unseen.map(one => ({ ...one, name: one.name || (rows.find(row => row.id === one.id)?.name ?? '') }))
}

const mostLines = 12

/** Somebody opens the page of a place: what is new there since they were there last, which is seen from now on. */
export async function newsAtVisit(
  db: Db,
  person: Reader,
  brought: { facts: FactBook; threads: Threads },
  place: NewsPlace,
): Promise<NewsOfPlace | null> {
  const from = await visit(db, person, place)
  const [news] = await newsIn(db, person, brought, [{ ...place, from }], mostLines)
  return news ?? null
}
