import type { Db } from '../../database.js'
import type { FactOf } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { lettersAfter } from '../../mail/following.js'
import type { Letter } from '../../mail/mail.js'
import type { LetterSort } from '../../mail/wishes.js'
import { chosenBy, type Names, ownNames } from '../../names/names.js'
import { day } from '../../words/words.js'
import { askedTo } from '../attending/attending.js'
import { membersOf, membersOfAny } from '../circles/members.js'
import { circlesOfMeeting, heldBy } from '../meetings.js'
import type { Meeting } from '../tables.js'
import { whenInWords } from '../words.js'
import { dateForLetter } from '../year/dates.js'

export const meetingLetters: LetterSort[] = [
  {
    letter: 'meetings',
    name: 'A meeting to which I am asked',
    holds:
      'When a meeting or a year of them is planned, when days are offered to choose from, and when a day is found.',
    of: 'Meetings',
  },
  {
    letter: 'meetings-moved',
    name: 'A meeting is moved or cancelled',
    holds: 'When a meeting to which you are asked is on another day, at another place, or not held.',
    of: 'Meetings',
  },
  {
    letter: 'papers',
    name: 'The papers of a meeting can be read',
    holds: 'When the papers of a meeting to which you are asked are ready.',
    of: 'Meetings',
  },
  {
    letter: 'minutes',
    name: 'Minutes can be read and corrected',
    holds: 'When the minutes of a meeting at which you were present are open to you, before they are agreed.',
    of: 'Meetings',
  },
  {
    letter: 'meeting-actions',
    name: 'Something is agreed for me to do',
    holds: 'When a meeting writes down something for you to do by a day.',
    of: 'Meetings',
  },
]

type Timed = 'meeting planned' | 'meeting moved' | 'meeting cancelled' | 'date of meeting found'

/** Everybody who is asked to a meeting hears when it is planned, moved or cancelled. */
const tellOfMeetings = lettersAfter<Timed>({
  name: 'letters about meetings',
  letter: 'meetings',
  follows: ['meeting planned', 'date of meeting found'],
  write: aboutMeeting,
})

const tellOfChanges = lettersAfter<Timed>({
  name: 'letters about meetings moved or cancelled',
  letter: 'meetings-moved',
  follows: ['meeting moved', 'meeting cancelled'],
  write: aboutMeeting,
})

async function aboutMeeting(
  { db, baseUrl }: House,
  { kind, aboutId, personId, details }: { [Kind in Timed]: FactOf<Kind> }[Timed],
): Promise<Letter[]> {
  if ('silent' in details) return []
  const meeting = await meetingBy(db, aboutId)
  if (!meeting || (meeting.startsAt === null && kind !== 'meeting cancelled')) return []
  // A letter that could not leave in time says nothing that is not so any more.
  if (meeting.cancelledAt !== null && kind !== 'meeting cancelled') return []
  const page = `${baseUrl}/meetings/${meeting.id}`
  const where = [meeting.place, meeting.link].filter(Boolean).join(', ')
  const when = [whenInWords(meeting), where].filter(Boolean).join('\n')
  const texts = {
    'meeting planned': `You are asked to “${meeting.title}”.\n\n${when}\n\nSay whether you come, and propose what should be on the agenda:\n${page}\n`,
    'date of meeting found': `The date for “${meeting.title}” is found.\n\n${when}\n\n${page}\n`,
    'meeting moved': `“${meeting.title}” is moved. It is now:\n\n${when}\n\n${page}\n`,
    'meeting cancelled': `“${meeting.title}” is cancelled.\n\n${when}\n\nWhy: ${meeting.cancelledBecause}\n\n${page}\n`,
  }
  const subjects = {
    'meeting planned': `Meeting: ${meeting.title}, ${day(meeting.startsAt)}`,
    'date of meeting found': `The date is found: ${meeting.title}, ${day(meeting.startsAt)}`,
    'meeting moved': `Moved: ${meeting.title}, now ${day(meeting.startsAt)}`,
    'meeting cancelled': `Cancelled: ${meeting.title}`,
  }
  return toAsked(db, meeting, personId, { subject: subjects[kind], text: texts[kind] })
}

const tellOfPapers = lettersAfter({
  name: 'letters about papers of meetings',
  letter: 'papers',
  follows: ['papers ready'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const meeting = await meetingBy(db, aboutId)
    if (!meeting || meeting.startsAt === null || meeting.cancelledAt !== null) return []
    const where = [meeting.place, meeting.link].filter(Boolean).join(', ')
    const when = [whenInWords(meeting), where].filter(Boolean).join('\n')
    const text = `The papers for “${meeting.title}” are ready to be read.\n\n${when}\n\n${baseUrl}/meetings/${meeting.id}#papers\n`
    const subject = `Papers are ready: ${meeting.title}, ${day(meeting.startsAt)}`
    return toAsked(db, meeting, personId, { subject, text })
  },
})

const tellOfYear = lettersAfter({
  name: 'letters about a year’s meetings',
  letter: 'meetings',
  follows: ['meetings laid out'],
  async write({ db, baseUrl }, { aboutId, personId, details }) {
    const circle = await db.selectFrom('circles').selectAll().where('id', '=', aboutId).executeTakeFirst()
    const meetings = await db
      .selectFrom('meetings')
      .selectAll()
      .where('id', 'in', [...details.meetings, ''])
      .where('cancelledAt', 'is', null)
      .orderBy('startsAt')
      .execute()
    if (!circle || meetings.length === 0) return []
    const list = meetings.map(one => `- ${whenInWords(one)}${one.place ? `, ${one.place}` : ''}`).join('\n')
    const text = `“${circle.name}” meets on these days:\n\n${list}\n\nThey stand in your calendar:\n${baseUrl}/circles/${circle.id}\n`
    const members = (await membersOf(db, [circle.id])).get(circle.id)!
    return members
      .filter(one => one.id !== personId)
      .map(({ email }) => ({ to: email, subject: `The year’s meetings of ${circle.name}`, text }))
  },
})

const askForDates = lettersAfter({
  name: 'letters that ask for a date',
  letter: 'meetings',
  follows: ['dates offered'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const meeting = await meetingBy(db, aboutId)
    if (!meeting || meeting.startsAt !== null || meeting.cancelledAt !== null) return []
    const dates = await db
      .selectFrom('meetingDates')
      .select(['startsAt', 'endsAt'])
      .where('meetingId', '=', meeting.id)
      .orderBy('startsAt')
      .execute()
    const list = dates.map(date => `- ${whenInWords(date)}`).join('\n')
    const answered = await db
      .selectFrom('meetingDateAnswers')
      .innerJoin('meetingDates', 'meetingDates.id', 'meetingDateAnswers.dateId')
      .innerJoin('people', 'people.id', 'meetingDateAnswers.personId')
      .select('people.email')
      .where('meetingDates.meetingId', '=', meeting.id)
      .groupBy('people.email')
      .having(eb => eb.fn.countAll(), '>=', dates.length)
      .execute()
    const text = `A date is being found for “${meeting.title}”:\n\n${list}\n\nSay which you can:\n${baseUrl}/meetings/${meeting.id}#dates\n`
    const letters = await toAsked(db, meeting, personId, { subject: `When can you? ${meeting.title}`, text })
    return letters.filter(({ to }) => !answered.some(one => one.email === to))
  },
})

const inviteGuests = lettersAfter({
  name: 'letters to guests of meetings',
  letter: 'meetings',
  follows: ['guest invited to meeting'],
  async write({ db, baseUrl }, { aboutId, details }) {
    const meeting = await meetingBy(db, aboutId)
    const guest = await emailOf(db, details.personId)
    if (!meeting || !guest || meeting.cancelledAt !== null) return []
    const held = heldBy(await circlesOfMeeting(db, meeting))
    const date = await dateForLetter(db, meeting)
    const text = `You are invited as a guest to “${meeting.title}” (${held}).\n\n${whenInWords(meeting)}\n${meeting.place}\n\nSay whether you come:\n${baseUrl}/meetings/${meeting.id}\n`
    const { read } = await namesForGuests(db, meeting)
    return [{ to: guest, ...read({ subject: `An invitation: ${meeting.title}`, text, ...(date && { date }) }) }]
  },
})

const tellOwners = lettersAfter({
  name: 'letters about what was agreed to do',
  letter: 'meeting-actions',
  follows: ['meeting action agreed'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const action = await db
      .selectFrom('meetingActions')
      .innerJoin('circles', 'circles.id', 'meetingActions.circleId')
      .select(['meetingActions.id', 'meetingActions.ownerId', 'meetingActions.dueOn', 'circles.name'])
      .where('meetingActions.id', '=', aboutId)
      .where('meetingActions.settledAt', 'is', null)
      .executeTakeFirst()
    if (!action || action.ownerId === personId) return []
    const owner = await emailOf(db, action.ownerId)
    // What it is about may be confidential to those present, and a letter is read by whoever holds the telephone.
    const text = `At a meeting of “${action.name}” something was written down for you to do by ${day(action.dueOn)}.\n\nRead what it is:\n${baseUrl}/meeting-actions/${action.id}\n`
    return owner ? [{ to: owner, subject: `Agreed for you, by ${day(action.dueOn)}`, text }] : []
  },
})

const openToThosePresent = lettersAfter({
  name: 'letters about open minutes',
  letter: 'minutes',
  follows: ['minutes opened'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const meeting = await meetingBy(db, aboutId)
    if (!meeting || meeting.minutesAgreedAt !== null) return []
    const present = await db
      .selectFrom('meetingPeople')
      .innerJoin('people', 'people.id', 'meetingPeople.personId')
      .select(['people.id', 'people.email'])
      .where('meetingPeople.meetingId', '=', meeting.id)
      .where('meetingPeople.attended', '=', 'present')
      .where('people.disabledAt', 'is', null)
      .execute()
    const text = `The minutes of “${meeting.title}”, ${day(meeting.startsAt)}, can be read. Say what should be written otherwise, before they are agreed:\n${baseUrl}/meetings/${meeting.id}/minutes\n`
    return present
      .filter(one => one.id !== personId)
      .map(({ email }) => ({ to: email, subject: `Minutes to look at: ${meeting.title}`, text }))
  },
})

export const meetingFollowers = [
  tellOfMeetings,
  tellOfChanges,
  tellOfPapers,
  tellOfYear,
  askForDates,
  inviteGuests,
  tellOwners,
  openToThosePresent,
]

function meetingBy(db: Db, id: string | null): Promise<Meeting | undefined> {
  return db
    .selectFrom('meetings')
    .selectAll()
    .where('id', '=', id ?? '')
    .executeTakeFirst()
}

async function emailOf(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('people')
    .select('email')
    .where('id', '=', personId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return row?.email
}

/** A letter to everybody who is asked, but whoever did it. */
async function toAsked(
  db: Db,
  meeting: Meeting,
  except: string | null,
  letter: Pick<Letter, 'subject' | 'text'>,
): Promise<Letter[]> {
  const circles = await circlesOfMeeting(db, meeting)
  const asked = await askedTo(db, meeting, circles)
  const members = await membersOfAny(
    db,
    circles.map(one => one.id),
  )
  const outside = await namesForGuests(db, meeting)
  const date = await dateForLetter(db, meeting)
  const written = { ...letter, ...(date && { date }) }
  return asked
    .filter(one => one.id !== except)
    .map(({ id, email }) => ({
      to: email,
      ...(members.some(one => one.id === id) ? written : outside.read(written)),
    }))
}

/** A group’s own meeting is told to its guests under the names that the group has chosen for outside. */
function namesForGuests(db: Db, { groupId }: Pick<Meeting, 'groupId'>): Promise<Names> {
  return groupId === null ? Promise.resolve(ownNames) : chosenBy(db, groupId)
}
