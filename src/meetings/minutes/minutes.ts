import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutMeeting } from '../planning/planning.js'
import type { AgendaItem, Meeting, MinuteAmendment } from '../tables.js'

/** The minutes are typed; now those who were there can ask for amendments. */
export async function openMinutes(trx: Trx, meeting: Meeting, person: Person): Promise<void> {
  const there = await trx
    .selectFrom('meetingPeople')
    .select('personId')
    .where('meetingId', '=', meeting.id)
    .where('attended', '=', 'present')
    .executeTakeFirst()
  if (!there) throw new Conflict('Tick who was there first: they are the ones who read the minutes now.')
  const opened = { minutesOpenedAt: now(), minutesOpenedBy: person.id }
  await trx.updateTable('meetings').set(opened).where('id', '=', meeting.id).execute()
  await record(trx, { kind: 'minutes opened', by: person, ...aboutMeeting(meeting) })
}

/** The circle agrees the minutes; from now on they stay as they are. @throws Conflict while an amendment is unanswered */
export async function agreeMinutes(trx: Trx, meeting: Meeting, person: Person): Promise<void> {
  const open = await trx
    .selectFrom('minuteAmendments')
    .select('id')
    .where('meetingId', '=', meeting.id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (open) throw new Conflict('Answer every amendment first, so that nobody’s is lost.')
  const agreed = { minutesAgreedAt: now(), minutesAgreedBy: person.id }
  await trx.updateTable('meetings').set(agreed).where('id', '=', meeting.id).execute()
  await record(trx, { kind: 'minutes agreed', by: person, ...aboutMeeting(meeting) })
}

export function amendmentsOf(db: Db, meeting: Pick<Meeting, 'id'>): Promise<MinuteAmendment[]> {
  return db
    .selectFrom('minuteAmendments')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .orderBy('suggestedAt')
    .execute()
}

export async function suggestAmendment(
  trx: Trx,
  meeting: Meeting,
  item: Pick<AgendaItem, 'id'>,
  person: Person,
  words: string,
): Promise<void> {
  const id = newId()
  await trx
    .insertInto('minuteAmendments')
    .values({
      ...{ id, meetingId: meeting.id, itemId: item.id, words, suggestedAt: now(), suggestedBy: person.id },
      ...{ answer: null, answeredAt: null, answeredBy: null },
    })
    .execute()
  await record(trx, { kind: 'amendment suggested', by: person, meetingId: meeting.id, ...aboutAmendment(meeting, id) })
}

/** @throws NotFound for an amendment of another meeting, or one that is answered */
export async function findAmendment(db: Db, meeting: Pick<Meeting, 'id'>, id: string): Promise<MinuteAmendment> {
  const amendment = (await amendmentsOf(db, meeting)).find(one => one.id === id && one.answer === null)
  if (!amendment) throw new NotFound('amendment')
  return amendment
}

export async function answerAmendment(
  trx: Trx,
  meeting: Meeting,
  amendment: MinuteAmendment,
  person: Person,
  answer: 'accepted' | 'not accepted',
  words: string,
): Promise<void> {
  await trx
    .updateTable('minuteAmendments')
    .set({ answer, answerWords: words, answeredAt: now(), answeredBy: person.id })
    .where('id', '=', amendment.id)
    .execute()
  const about = aboutAmendment(meeting, amendment.id)
  await record(trx, { kind: 'amendment answered', by: person, meetingId: meeting.id, ...about })
}

/** What was said of agreed minutes afterwards, the oldest first. */
export function notesOf(db: Db, meeting: Pick<Meeting, 'id'>) {
  return db.selectFrom('minuteNotes').selectAll().where('meetingId', '=', meeting.id).orderBy('addedAt').execute()
}

export async function addNote(
  trx: Trx,
  meeting: Meeting,
  item: Pick<AgendaItem, 'id'>,
  person: Person,
  words: string,
): Promise<void> {
  await trx
    .insertInto('minuteNotes')
    .values({ id: newId(), meetingId: meeting.id, itemId: item.id, words, addedAt: now(), addedBy: person.id })
    .execute()
  await record(trx, { kind: 'note on minutes added', by: person, ...aboutMeeting(meeting) })
}

function aboutAmendment(meeting: Meeting, id: string) {
  return { ...aboutMeeting(meeting), aboutKind: 'amendment of minutes', aboutId: id }
}
