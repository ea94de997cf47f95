import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import type { StoredFile } from '../../files/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { itemsOf } from '../agenda/agenda.js'
import type { FoundMeeting } from '../meetings.js'
import { mayKnowOfItem } from '../permissions.js'
import { aboutMeeting } from '../planning/planning.js'
import type { Meeting } from '../tables.js'

/** A paper as a page shows it. */
export interface Paper {
  id: string
  title: string
  itemId: string | null
  fileId: string | null
  /** Where it is read: the file, an address of ours, or one of the web; null where this reader cannot open it. */
  href: string | null
  /** Set where it has a name of its own, and this reader cannot open it. */
  closed?: boolean
  bytes: number | null
  addedBy: string
  by: string
}

/** The papers of a meeting that this reader may open: those of a confidential item go with it. */
export async function papersOf(db: Db, found: FoundMeeting): Promise<Paper[]> {
  const { meeting, address } = found
  const known = new Set((await itemsOf(db, meeting)).filter(item => mayKnowOfItem(found, item)).map(item => item.id))
  const rows = await db
    .selectFrom('meetingPapers')
    .innerJoin('people', 'people.id', 'meetingPapers.addedBy')
    .leftJoin('files', 'files.id', 'meetingPapers.fileId')
    .select(['meetingPapers.id', 'meetingPapers.title', 'meetingPapers.itemId', 'meetingPapers.fileId'])
    .select(['meetingPapers.href', 'meetingPapers.addedBy', 'people.name as by', 'files.bytes', 'files.name as file'])
    .where('meetingPapers.meetingId', '=', meeting.id)
    .where('meetingPapers.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .orderBy('meetingPapers.addedAt')
    .execute()
  return rows
    .filter(row => row.itemId === null || known.has(row.itemId))
    .map(({ file, href, ...row }) => ({
      ...found.names.read({ title: row.title, by: row.by }),
      ...{ id: row.id, itemId: row.itemId, fileId: row.fileId, bytes: row.bytes, addedBy: row.addedBy },
      href: row.fileId ? `${address}/papers/${row.id}/${encodeURIComponent(file ?? 'paper')}` : href,
    }))
}

/** @throws NotFound for a paper that this reader may not open */
export async function findPaper(db: Db, found: FoundMeeting, id: string): Promise<Paper> {
  const paper = (await papersOf(db, found)).find(one => one.id === id)
  if (!paper) throw new NotFound('paper')
  return paper
}

/** @throws NotFound */
export async function fileOfPaper(db: Db, paper: Paper): Promise<StoredFile> {
  const file = paper.fileId
    ? await db.selectFrom('files').selectAll().where('id', '=', paper.fileId).executeTakeFirst()
    : undefined
  if (!file) throw new NotFound('file')
  return file
}

export async function addPaper(
  trx: Trx,
  meeting: Meeting,
  person: Person,
  { title, href, itemId, file }: { title: string; href: string; itemId: string | null; file?: Prepared },
): Promise<void> {
  const fileId = file ? (await recordFile(trx, file, person)).id : null
  await trx
    .insertInto('meetingPapers')
    .values({
      ...{ id: newId(), meetingId: meeting.id, itemId, title: title || file?.name || href, fileId, href },
      ...{ addedAt: now(), addedBy: person.id, removedAt: null, removedBy: null },
    })
    .execute()
  await record(trx, { kind: 'paper added', by: person, ...aboutMeeting(meeting) })
}

export async function removePaper(trx: Trx, meeting: Meeting, person: Person, paper: Paper): Promise<void> {
  await trx
    .updateTable('meetingPapers')
    .set({ removedAt: now(), removedBy: person.id })
    .where('id', '=', paper.id)
    .execute()
  await record(trx, { kind: 'paper removed', by: person, ...aboutMeeting(meeting) })
}

/** Tells everybody who is asked that the papers can be read. */
export async function papersAreReady(trx: Trx, meeting: Meeting, person: Person): Promise<void> {
  await trx.updateTable('meetings').set({ papersReadyAt: now() }).where('id', '=', meeting.id).execute()
  await record(trx, { kind: 'papers ready', by: person, ...aboutMeeting(meeting) })
}
