import type { Db } from '../../database.js'
import { blank, type Saved } from '../../texts/texts.js'
import { lastChosenAudience } from '../../evidence/logging/logging.js'
import { textInPlace } from '../../texts/in-place.js'
import { unread } from '../../names/names.js'
import { daysAfter, today } from '../../web/now.js'
import { dayAndTime } from '../../words/words.js'
import type { OpenVisit } from '../finding.js'
import type { NotesPage, OwnNote } from '../pages.js'
import type { NoteAudience, Visit } from '../tables.js'
import { byBox } from '../visit-page.js'
import { bookingsOf, slotsOf } from '../visits.js'
import type { Box, BoxName } from './boxes.js'
import { groupsForNote, piecesOfNotes } from './into-group.js'
import { audiencesOf, boxesFor, noteKind, noteOwner, notesShownTo, ownTexts } from './notes.js'

/** Who may read a note, as its author is asked. */
export function audiencesFor({ kind }: Pick<Visit, 'kind'>): { value: NoteAudience; text: string }[] {
  return [
    { value: 'me', text: 'Only me' },
    { value: 'host', text: kind === 'far' ? 'Those who went with me' : 'The hosts' },
    { value: 'network', text: 'Everybody in the network' },
  ]
}

/** One’s own notes, each with who reads it; and what others let one read. */
export async function notesPage(db: Db, there: OpenVisit): Promise<NotesPage> {
  const { person, found, head, listAddress, address } = there
  const { visit } = found
  const bookings = await bookingsOf(db, visit.id)
  const own = boxesFor(person, found, bookings)
  const texts = await ownTexts(db, visit.id, person)
  const audiences = await audiencesOf(db, visit.id, person)
  const pieces = await piecesOfNotes(db, visit.id, person)
  const groups = await groupsForNote(db, person, found)
  const asShown = ({ box, label, hint }: Box): OwnNote => {
    const place = { kind: noteKind, owner: noteOwner(visit.id, person.id), field: box }
    const words = texts[box]?.body.trim() ?? ''
    return {
      box,
      label,
      text: { ...textInPlace(place, texts, { label, hint, rows: 4 }), ...savedWhen(texts[box]) },
      audience: audiences.get(box) ?? 'me',
      hasWords: words !== '',
      pieces: pieces
        .filter(one => one.box === box)
        .map(one => ({
          href: `/evidence/${one.id}`,
          number: `E${one.number}`,
          group: one.groupName,
          groupHref: `/groups/${one.groupId}`,
        })),
      groups: groups
        .filter(one => !pieces.some(piece => piece.box === box && piece.groupId === one.groupId))
        .map(one => ({ value: one.groupId, text: one.groupName })),
    }
  }
  const mine = bookings.filter(one => one.personId === person.id && one.state === 'booked')
  const days = (await slotsOf(db, visit.id)).filter(slot => mine.some(one => one.slotId === slot.id))
  const later = own.find(one => one.by === 'later')
  const wasThere = days.some(slot => slot.lastDay <= today())
  const isLater = days.some(slot => slot.lastDay <= daysAfter(today(), -28))
  const isAsked = (box: BoxName) => later !== undefined && (isLater || (texts[box]?.body ?? '') !== '')
  return {
    title: 'Your notes',
    head,
    listAddress,
    address,
    visit,
    own: own.filter(one => one.by !== 'later').map(asShown),
    later: later && isAsked(later.box) ? asShown(later) : null,
    audiences: audiencesFor(visit).filter(one => one.value !== 'network' || person.belongsTo(visit.networkId)),
    others: byBox((await notesShownTo(db, person, found, bookings)).filter(one => one.personId !== person.id)),
    evidenceFor: await lastChosenAudience(db, person),
    settle:
      wasThere &&
      mine.some(one => one.noteSettledAt === null) &&
      Object.values(texts).every(one => one.body.trim() === ''),
  }
}

function savedWhen(text: Saved = unread(blank)): { saved?: string } {
  return text.savedAt ? { saved: `Saved ${dayAndTime(text.savedAt)}` } : {}
}
