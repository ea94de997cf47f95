import type { MovesOf } from '../../networks/year.js'
import { unread } from '../../names/names.js'
import { isWritten, textsOfMany } from '../../texts/texts.js'
import { noteKind, noteOwner } from '../notes/notes.js'
import { notesSharedIn } from './shared-notes.js'

/** From the school that showed something to the one whose colleague took it home, once that colleague lets the network read it. */
export const visitMoves: MovesOf = async (db, person, network, span) => {
  if (!person?.works(network.id)) return []
  const notes = (await notesSharedIn(db, network.id, span)).filter(
    one => one.box === 'takeHome' && one.visit.kind === 'offered' && one.visit.schoolId && one.schoolId,
  )
  const cameOf = await db
    .selectFrom('visitNotes')
    .select(['visitId', 'personId'])
    .where('visitId', 'in', [...notes.map(one => one.visitId), ''])
    .where('box', '=', 'cameOfIt')
    .where('audience', '=', 'network')
    .execute()
  const texts = await textsOfMany(
    db,
    noteKind,
    cameOf.map(one => noteOwner(one.visitId, one.personId)),
  )
  return notes
    .filter(one => one.schoolId !== one.visit.schoolId)
    .map(note => {
      const text = texts[noteOwner(note.visitId, note.personId)]?.cameOfIt
      return {
        at: note.shownAt,
        from: {
          kind: 'school',
          id: note.visit.schoolId!,
          name: note.visit.hostName ?? '',
          schoolIds: [note.visit.schoolId!],
        },
        to: { kind: 'school', id: note.schoolId!, name: note.school ?? '' },
        what: note.visit.title,
        how: 'saw it',
        madeOfIt: isWritten(text) ? unread(text!.body) : note.words,
        href: `/networks/${network.id}/visits/${note.visitId}`,
        isPublic: false,
      }
    })
}
