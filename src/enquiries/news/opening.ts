import type { Db } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import type { FactRow } from '../../facts/tables.js'
import type { Reader } from '../../names/reader.js'
import { placesOfComments, type Threads } from '../comments/threads.js'

type Told = Pick<FactRow, 'id' | 'kind' | 'aboutKind' | 'aboutId'>

/**
 * For each of these facts that the reader may open: where, or that its kind knows. Pieces, claims, actions and comments are
 * asked of the rooms that own them.
 */
export async function whatOpens(
  db: Db,
  person: Reader,
  threads: Threads,
  rows: Told[],
): Promise<Map<string, string | true>> {
  const opens = new Map<string, string | true>()
  const comments = await commentsBy(
    db,
    rows.filter(row => row.aboutKind === 'comment'),
  )
  for (const kind of asked) {
    const own = rows.filter(row => row.aboutKind === kind && row.kind !== 'evidence withdrawn')
    if (own.length === 0) continue
    const commented = comments.filter(one => one.aboutKind === kind)
    const found = await threads[kind]?.(db, person, [...new Set([...own, ...commented].map(row => row.aboutId!))])
    for (const row of own) {
      const page = found?.get(row.aboutId!)?.page
      if (page) opens.set(row.id, page)
    }
  }
  const places = await placesOfComments(db, person, threads, comments)
  for (const row of rows) {
    if (row.aboutKind === 'comment') {
      const place = places.get(row.aboutId!)
      if (place) opens.set(row.id, place.href)
    } else if (!asked.includes(row.aboutKind!) || row.kind === 'evidence withdrawn') opens.set(row.id, true)
  }
  return opens
}

const asked = ['evidence', 'claim', 'action']

async function commentsBy(db: Db, rows: Told[]) {
  if (rows.length === 0) return []
  return commentsWithIds(db, { ids: [...new Set(rows.map(row => row.aboutId!))] })
}

const commentsWithIds = asksWith((db, { ids }: Slots<{ ids: string[] }>) =>
  db
    .selectFrom('comments')
    .select(['id', 'aboutKind', 'aboutId'])
    .where('id', 'in', ids)
    .where('removedAt', 'is', null),
)
