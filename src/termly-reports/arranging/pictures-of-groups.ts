import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { NamesBook } from '../../names/names.js'
import type { Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { GroupInTerm } from '../short-reports/groups-in-term.js'
import type { Window } from '../what-happened/window.js'
import { type ChosenPicture, newestPicturesOf, type PictureWithWords } from './pictures.js'

/** The part of a report in which each group has its own place. */
const PART = 'groups'

export function holdsPicturesOfGroups({ part }: { part: string }): boolean {
  return part === PART
}

/**
 * By group, the picture that stands beside its words: the first that leaders chose for it, or else the newest until the end of
 * the term that may be shown to anybody, is described and stands nowhere else in the report. A group that sent nothing has none,
 * nor one whose picture they left out.
 */
export async function pictureOfEachGroup(
  db: Db,
  { until }: Window,
  groups: GroupInTerm[],
  chosen: ChosenPicture[],
  names: NamesBook,
): Promise<Map<string, PictureWithWords>> {
  const told = groups.filter(({ report }) => report?.sentAt && !report.pictureLeftOutAt)
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

/** No picture stands beside the words of a group, not even one that was chosen for it. @throws NotFound where it sent none */
export async function leavePictureOut(trx: Trx, term: Term, groupId: string, by: Person): Promise<void> {
  const at = now()
  const done = await shortReportOf(trx, term, groupId)
    .set({ pictureLeftOutAt: at, pictureLeftOutBy: by.id })
    .where('sentAt', 'is not', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new NotFound('short report')
  await trx
    .updateTable('reportPictures')
    .set({ removedAt: at, removedBy: by.id })
    .where('termId', '=', term.id)
    .where('part', '=', PART)
    .where('removedAt', 'is', null)
    .where('evidenceId', 'in', trx.selectFrom('evidence').select('id').where('groupId', '=', groupId))
    .execute()
}

/** A picture stands there again, where it had been left out. */
export async function bringPictureBack(trx: Trx, term: Term, groupId: string): Promise<void> {
  await shortReportOf(trx, term, groupId).set({ pictureLeftOutAt: null, pictureLeftOutBy: null }).execute()
}

function shortReportOf(trx: Trx, term: Term, groupId: string) {
  return trx.updateTable('shortReports').where('groupId', '=', groupId).where('termId', '=', term.id)
}
