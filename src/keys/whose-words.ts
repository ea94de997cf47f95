import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import type { Brought } from '../room.js'
import type { Typed } from './noticing.js'

/** Stands for no network: then the list of first names alone is asked. */
export const nobodys = ''

/** Where words are typed, and which of the boxes there are for names. */
export interface TypedHere extends Typed {
  namesBelong(field: string): boolean
}

/**
 * Whose the words are that are typed at an address: a group's, or a network's as a whole. Where no room says it, they are
 * those of the network that the person belongs to, or nobody’s, as an administrator's are: names are noticed wherever
 * nobody has said that they belong.
 */
export type WhoseWords = (
  db: Db,
  person: Person,
  address: string,
  fields: Record<string, unknown>,
) => Promise<TypedHere>

/** Whose words are typed at each address of the house, and where names belong, as its rooms say. */
export function whoseWordsBy({
  whose,
  texts,
  namesBelong,
}: Pick<Brought, 'whose' | 'texts' | 'namesBelong'>): WhoseWords {
  const belonging = Object.entries(namesBelong).map(([address, boxes]) => ({ at: patternOf(address), boxes }))
  return async (db, person, address, fields) => {
    const [first = '', id = '', ...rest] = address.split('/').slice(1).map(decoded)
    const found =
      first === 'texts'
        ? await texts.find(text => text.kind === id)?.whose(db, rest[0] ?? '')
        : await whose[first]?.(db, { id, rest, fields })
    const typed = (found && (await inNetwork(db, found))) ?? ofTheirs(person)
    const here = belonging.filter(one => one.at.test(address))
    return {
      ...typed,
      namesBelong: field => here.some(({ boxes }) => boxes === 'every box' || boxes.includes(field)),
    }
  }
}

async function inNetwork(db: Db, found: { group: string } | { network: string }): Promise<Typed | undefined> {
  if ('network' in found) return { groupId: null, networkId: found.network }
  const row = await db.selectFrom('groups').select(['id', 'networkId']).where('id', '=', found.group).executeTakeFirst()
  return row && { groupId: row.id, networkId: row.networkId }
}

function ofTheirs({ networkIds: [networkId = nobodys] }: Person): Typed {
  return { groupId: null, networkId }
}

/** `/networks/:network/people/…`: everything beneath; without the dots that address alone. */
function patternOf(address: string): RegExp {
  const beneath = address.endsWith('/…')
  const path = (beneath ? address.slice(0, -2) : address).replace(/:[a-z]+/g, '[^/]+')
  return new RegExp(`^${path}${beneath ? '(?:/.*)?' : ''}$`)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
