import type { Db } from '../../database.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts, textsOfMany } from '../../texts/texts.js'
import { now } from '../../web/now.js'
import { attendersOf } from '../attending/attending.js'
import { topOf } from '../circles/circle-page.js'
import { namesOfPeople } from '../circles/circles.js'
import { decisionsFor } from '../deciding/decisions.js'
import { meetingActionsFor } from '../deciding/meeting-actions.js'
import { itemsShown, meetingBefore, openActionsAt } from '../meeting-page.js'
import { type FoundMeeting, heldBy, stateOf } from '../meetings.js'
import type { MinutesItem, MinutesPage } from '../pages.js'
import { papersOf } from '../papers/papers.js'
import {
  mayAddNote,
  mayAgreeMinutes,
  mayAmend,
  mayConduct,
  mayOpenMinutes,
  mayRecord,
  mayTick,
  mayWriteMinutes,
} from '../permissions.js'
import { whenInWords } from '../words.js'
import { amendmentsOf, notesOf } from './minutes.js'
import { minutesField, minutesKind } from './text-kind.js'

/** The minutes of a meeting: to be typed by those who may, to be read by the others. */
export async function minutesPage(db: Db, found: FoundMeeting): Promise<MinutesPage> {
  const { meeting, circles, address, names } = found
  const attenders = await attendersOf(db, meeting, circles)
  const { items, openActions, more } = await minutesOfItems(db, found)
  const there = (how: string) => attenders.filter(one => one.attended === how).map(one => one.name)
  const called = await namesOfPeople(db, [meeting.minutesAgreedBy])
  const began = meeting.startsAt !== null && meeting.startsAt <= now()
  return names.read({
    ...topOf(found, `Minutes: ${meeting.title}`),
    ...{ meeting, address, items, openActions, more, attenders },
    over: heldBy(circles),
    circles: circles.map(({ id, name }) => ({ id, name })),
    when: whenInWords(meeting),
    state: stateOf(meeting),
    present: there('present'),
    apologies: there('apologies'),
    people: attenders.map(({ id, name }) => ({ value: id, text: name })),
    dueOn: await inDaysOfSchool(db, meeting.networkId, 28),
    isTicked: attenders.some(one => one.attended !== null),
    agreedBy: called.get(meeting.minutesAgreedBy ?? '') ?? null,
    may: {
      tick: began && mayTick(found),
      open: began && mayOpenMinutes(found),
      agree: mayAgreeMinutes(found),
      takeAlong: began,
      write: mayWriteMinutes(found, { confidentialAt: null }),
    },
  })
}

/** What was said, decided and agreed for each item, as far as it is for this reader. */
export async function minutesOfItems(
  db: Db,
  found: FoundMeeting,
): Promise<{ items: MinutesItem[]; openActions: MinutesPage['openActions']; more: MinutesPage['more'] }> {
  const { person, reach, meeting, names } = found
  const { actions: openActions, more } = await openActionsAt(db, found)
  const past = openActions.length > 0 || (await meetingBefore(db, found)) !== null
  const all = await itemsShown(db, found, await papersOf(db, found), past)
  const shown = all.filter(item => item.state === 'accepted')
  const texts = await textsOfMany(
    db,
    minutesKind,
    shown.filter(item => item.isOpen).map(item => item.id),
  )
  const of = { meetingId: meeting.id }
  const [decisions, actions, amendments, notes] = [
    (await decisionsFor(db, person, reach, of)).reverse(),
    await meetingActionsFor(db, person, reach, of),
    await amendmentsOf(db, meeting),
    await notesOf(db, meeting),
  ]
  const called = await namesOfPeople(db, [...amendments.map(one => one.suggestedBy), ...notes.map(one => one.addedBy)])
  const conducts = mayConduct(found)
  const items = shown.map((item): MinutesItem => {
    const own = <Of extends { itemId: string | null }>(rows: Of[]) =>
      item.isOpen ? rows.filter(row => row.itemId === item.id) : []
    const read = readTexts(texts[item.id] ?? {}, names)
    const write = item.isOpen && mayWriteMinutes(found, item)
    const place = { kind: minutesKind, owner: item.id, field: minutesField }
    const rows = rowsFor(read[minutesField]?.body ?? '')
    const text = textInPlace(place, read, { label: 'What was said', rows })
    return {
      ...item,
      text: write ? { ...text, field: `minutes-${item.id}`, label: `What was said: ${item.title}` } : null,
      words: item.isOpen ? (read[minutesField]?.body ?? '') : '',
      decisions: own(decisions).map(one => ({ ...one, mayChange: mayRecord(found, item) })),
      actions: own(actions),
      amendments: own(amendments).map(one => ({
        ...{ id: one.id, words: one.words, at: one.suggestedAt, answer: one.answer, answerWords: one.answerWords },
        by: called.get(one.suggestedBy) ?? '',
        mayAnswer: one.answer === null && conducts && meeting.minutesAgreedAt === null,
      })),
      notes: own(notes).map(one => ({ words: one.words, by: called.get(one.addedBy) ?? '', at: one.addedAt })),
      may: {
        record: item.isOpen && mayRecord(found, item),
        amend: !write && mayAmend(found, item),
        note: mayAddNote(found, item),
      },
    }
  })
  return { items, openActions, more }
}

/** As many rows as the words take, so that nobody types in a keyhole. */
function rowsFor(words: string): number {
  const lines = words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 75)), 0)
  return Math.min(30, Math.max(5, lines + 1))
}
