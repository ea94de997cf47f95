import type { Db } from '../../database.js'
import type { Span } from '../../networks/year.js'
import { type ShownNote, withWords } from '../notes/notes.js'
import type { Visit } from '../tables.js'

/** A note that its author let the network read, with the visit it was written on. */
export interface SharedNote extends ShownNote {
  visit: Pick<Visit, 'id' | 'title' | 'kind' | 'schoolId' | 'elsewhere' | 'networkId'> & { hostName: string | null }
}

/** What was let go to the network within a time, the newest first. */
export async function notesSharedIn(db: Db, networkId: string, { from, until }: Span): Promise<SharedNote[]> {
  const rows = await db
    .selectFrom('visitNotes')
    .innerJoin('visits', 'visits.id', 'visitNotes.visitId')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .selectAll('visitNotes')
    .select(['visits.title', 'visits.kind', 'visits.schoolId', 'visits.elsewhere', 'visits.networkId'])
    .select('schools.name as hostName')
    .where('visitNotes.audience', '=', 'network')
    .where('visitNotes.shownAt', '>=', from)
    .where('visitNotes.shownAt', '<', until)
    .where('visits.networkId', '=', networkId)
    .orderBy('visitNotes.shownAt', 'desc')
    .execute()
  const shown = await withWords(db, rows)
  return shown.flatMap(note => {
    const row = rows.find(one => one.visitId === note.visitId && one.personId === note.personId && one.box === note.box)
    if (!row) return []
    const { title, kind, schoolId, elsewhere, networkId: network, hostName } = row
    return [{ ...note, visit: { id: note.visitId, title, kind, schoolId, elsewhere, networkId: network, hostName } }]
  })
}
