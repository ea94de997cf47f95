import type { Db } from '../database.js'
import { noLimits } from '../search/asking/narrowing.js'
import { questionIn } from '../search/asking/question.js'
import { search } from '../search/search.js'
import type { Findable } from '../search/searchables.js'
import { publishedSearch } from './searching.js'
import { saysOnTheShelf, type ShelvedWork } from './library.js'

const most = 200

/** Works in which the words stand, anywhere in them or on their shelf; everything for no words. */
export async function worksWith(
  db: Db,
  directory: Findable['directory'],
  works: ShelvedWork[],
  words: string,
): Promise<ShelvedWork[]> {
  const question = questionIn(words)
  if (question.terms.length + question.without.length === 0) return works.filter(work => saysOnTheShelf(work, words))
  const findable = { searchables: [publishedSearch], directory }
  const { hits } = await search(db, findable, undefined, question, noLimits(), {
    order: 'closest',
    page: 1,
    size: most,
  })
  const found = new Set(hits.flatMap(hit => hit.places.map(place => place.thing)))
  return works.filter(work => found.has(`published ${work.ofId}`) || saysOnTheShelf(work, words))
}
