import type { Db } from '../database.js'
import type { Brought } from '../room.js'
import type { Typed } from './noticing.js'

/**
 * Whose the words are that are typed at an address: a group's, or a network's as a whole.
 * @returns undefined where no names are noticed: in keys, pseudonyms, lists of works and the like names belong
 */
export type WhoseWords = (db: Db, address: string, fields: Record<string, unknown>) => Promise<Typed | undefined>

/** Whose words are typed at each address of the house, as its rooms say. */
export function whoseWordsBy({
  whose,
  texts,
  namesBelongAt,
}: Pick<Brought, 'whose' | 'texts' | 'namesBelongAt'>): WhoseWords {
  const belong = namesBelongAt.map(at => new RegExp(`^${at.replace(/:[a-z]+/g, '[^/]+')}(?:/|$)`))
  return async (db, address, fields) => {
    if (belong.some(one => one.test(address))) return undefined
    const [first = '', id = '', ...rest] = address.split('/').slice(1).map(decoded)
    const found =
      first === 'texts'
        ? await texts.find(text => text.kind === id)?.whose(db, rest[0] ?? '')
        : await whose[first]?.(db, { id, rest, fields })
    if (!found) return undefined
    if ('network' in found) return { groupId: null, networkId: found.network }
    const row = await db
      .selectFrom('groups')
      .select(['id', 'networkId'])
      .where('id', '=', found.group)
      .executeTakeFirst()
    return row && { groupId: row.id, networkId: row.networkId }
  }
}

/** The first words of the addresses at which names are noticed while they are typed. */
export function typedUnder({ whose }: Pick<Brought, 'whose'>): string[] {
  return [...Object.keys(whose), 'texts']
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
