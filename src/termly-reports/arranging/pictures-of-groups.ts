import type { Db } from '../../database.js'
import type { NamesBook } from '../../names/names.js'
import type { GroupInTerm } from '../short-reports/groups-in-term.js'
import type { Window } from '../what-happened/window.js'
import { type ChosenPicture, newestPicturesOf, type PictureWithWords } from './pictures.js'

/** The part of a report in which each group has its own place. */
const PART = 'groups'

/**
 * By group, the picture that stands beside its words: the first that leaders chose for it, or else the newest until the end of
 * the term that may be shown to anybody, is described and stands nowhere else in the report. A group that sent nothing has none.
 */
export async function pictureOfEachGroup(
  db: Db,
  { until }: Window,
  groups: GroupInTerm[],
  chosen: ChosenPicture[],
  names: NamesBook,
): Promise<Map<string, PictureWithWords>> {
  const told = groups.filter(group => group.report?.sentAt)
  const found = new Map<string, PictureWithWords>()
  for (const { id } of told) {
    const own = chosen.find(({ part, piece }) => part === PART && piece?.groupId === id)
    if (own) found.set(id, own)
  }
  const others = told.map(({ id }) => id).filter(id => !found.has(id))
  if (others.length === 0) return found
  const taken = new Set(chosen.map(({ fileId }) => fileId))
  const newest = await newestPicturesOf(db, others, until, names)
  const free = newest.filter(({ file }) => file.alt.trim() !== '' && !taken.has(file.id))
  for (const id of others) {
    const first = free.find(({ piece }) => piece.groupId === id)
    if (first) found.set(id, { ...first, alt: first.file.alt, caption: first.piece.title })
  }
  return found
}
