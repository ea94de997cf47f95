import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { foldedWord } from '../../search/words/folding.js'
import type { FoundPlace } from '../../search/pages.js'
import type { PageFound, PlaceHead, Places } from '../../web/places.js'
import { enquiriesOf } from '../enquiry.js'
import { headOf } from '../head.js'

const most = 8

/**
 * Pages of the groups and networks that somebody works in, by words such as `hand over`: what they may open, and nothing
 * else. A page whose name holds the words comes before one that is only known by them.
 */
export async function pagesFound(db: Db, person: Reader, places: Places, q: string): Promise<FoundPlace[]> {
  const words = wordsOf(q)
  if (words.length === 0 || ![...places.group, ...places.network].some(one => answers(words, one))) return []
  const heads = await headsAround(db, person)
  const found = heads.flatMap(head =>
    head
      .pages(places)
      .filter(page => answers(words, page))
      .map(page => ({ href: page.href, text: page.text, part: page.part, of: head.name, rank: rank(words, page) })),
  )
  return found
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ rank: _, ...page }) => page)
}

async function headsAround(db: Db, person: Reader): Promise<PlaceHead[]> {
  const groups = await enquiriesOf(db, person, [...new Set(person.groups.map(one => one.groupId))])
  const networks = await db
    .selectFrom('networks')
    .selectAll()
    .where('id', 'in', [...person.networkIds, ''])
    .execute()
  return [
    ...groups.filter(one => one.closedAt === null).map(one => headOf(one, 'home')),
    ...networks.map(one => networkHead(one, person, 'home')),
  ]
}

/** Every word that was typed begins a word by which the page is known. */
function answers(words: string[], { text, finds }: Pick<PageFound, 'text' | 'finds'>): boolean {
  return begin(words, `${text} ${finds}`)
}

function rank(words: string[], page: PageFound): number {
  return begin(words, page.text) ? 0 : 1
}

function begin(words: string[], known: string): boolean {
  const names = wordsOf(known)
  return words.every(word => names.some(name => name.startsWith(word)))
}

function wordsOf(words: string): string[] {
  return (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldedWord).filter(Boolean)
}
