import type { Around } from '../enquiries/around.js'
import { newsIn, type NewsOfPlace } from '../enquiries/news/news.js'
import { unseenPlaces } from '../enquiries/news/places.js'
import type { Brought } from '../room.js'

const mostPlaces = 6
const mostLines = 4

/** What others did since somebody was last in each of their places. */
export interface NewForYou {
  /** The first places with their lines. */
  places: NewsOfPlace[]
  /** How many places more have something new. */
  more: number
  /** The groups and networks that carry a mark, by their ids. */
  marked: Set<string>
}

/** Where nothing is new, two questions tell that. */
export async function newForYou(
  { db, person, enquiries, threads }: Around,
  facts: Brought['facts'],
): Promise<NewForYou> {
  const unseen = await unseenPlaces(db, person, enquiries)
  const news = await newsIn(db, person, { facts, threads }, unseen, mostLines)
  news.sort((one, other) => other.lines[0]!.at.localeCompare(one.lines[0]!.at))
  return {
    places: news.slice(0, mostPlaces),
    more: Math.max(0, news.length - mostPlaces),
    marked: new Set(unseen.map(one => one.id)),
  }
}
