import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Enquiry } from '../enquiry.js'
import type { Comment } from '../tables.js'

/**
 * For each kind of thing that is commented on: those of these things that the person may read, by their ids, with what
 * they are called and the page that the thread stands on. `enquiries` are those that were loaded for the person already.
 */
export type Threads = Record<string, ThreadFinder>

export type ThreadFinder = (
  db: Db,
  person: Reader,
  ids: string[],
  enquiries?: readonly Enquiry[],
) => Promise<Map<string, { name: string; page: string }>>

/**
 * The same for one page of one person: what one part of the page has asked of, another is not asked of again.
 * @param enquiries what the page has loaded for this person already
 */
export function threadsOnce(threads: Threads, enquiries: readonly Enquiry[] = []): Threads {
  return Object.fromEntries(Object.entries(threads).map(([kind, finder]) => [kind, findingOnce(finder, enquiries)]))
}

function findingOnce(finder: ThreadFinder, enquiries: readonly Enquiry[]): ThreadFinder {
  const known = new Map<string, { name: string; page: string } | undefined>()
  return async (db, person, ids) => {
    const unasked = ids.filter(id => !known.has(id))
    const found = unasked.length === 0 ? undefined : await finder(db, person, unasked, enquiries)
    for (const id of unasked) known.set(id, found?.get(id))
    return new Map(ids.flatMap(id => (known.get(id) ? [[id, known.get(id)!] as const] : [])))
  }
}

/** What a comment is about: its name within a sentence, and where the comment stands. */
export interface CommentPlace {
  name: string
  href: string
}

export type Said = Pick<Comment, 'id' | 'aboutKind' | 'aboutId'>

/**
 * Where each of these comments stands, by the comment's id. What the person may not open now is left out, so that not
 * even its name is told.
 */
export async function placesOfComments(
  db: Db,
  person: Reader,
  threads: Threads,
  comments: Said[],
): Promise<Map<string, CommentPlace>> {
  const places = new Map<string, CommentPlace>()
  for (const [kind, thread] of Object.entries(threads)) {
    const ofKind = comments.filter(comment => comment.aboutKind === kind)
    if (ofKind.length === 0) continue
    const things = await thread(db, person, [...new Set(ofKind.map(comment => comment.aboutId))])
    for (const { id, aboutId } of ofKind) {
      const thing = things.get(aboutId)
      if (thing) places.set(id, { name: thing.name, href: `${thing.page}#comment-${id}` })
    }
  }
  return places
}
