import { inOne } from '../../../database.js'
import type { House } from '../../../house.js'
import { agreeAgenda, findItem, itemsOf, proposeItem, settleItem } from '../../../meetings/agenda/agenda.js'
import { inviteGuest, sayWhetherComing, tickAttendance } from '../../../meetings/attending/attending.js'
import { comeIntoCircle } from '../../../meetings/circles/belonging.js'
import { changeCircle, makeCircle, makeGroupCircle } from '../../../meetings/circles/making.js'
import { agreeTerms, termsField, termsKind } from '../../../meetings/circles/terms.js'
import { recordDecision, supersede } from '../../../meetings/deciding/decisions.js'
import { agreeMeetingAction, settleMeetingAction } from '../../../meetings/deciding/meeting-actions.js'
import {
  addNote,
  agreeMinutes,
  amendmentsOf,
  answerAmendment,
  openMinutes,
  suggestAmendment,
} from '../../../meetings/minutes/minutes.js'
import { minutesField, minutesKind } from '../../../meetings/minutes/text-kind.js'
import { addPaper } from '../../../meetings/papers/papers.js'
import { offerDates, offeredDates, sayWhen } from '../../../meetings/planning/dates.js'
import { cancelMeeting, planMeeting } from '../../../meetings/planning/planning.js'
import type { Circle, Meeting } from '../../../meetings/tables.js'
import { saveText } from '../../../texts/texts.js'
import { daysAfter, momentAt } from '../../../web/now.js'
import { circles } from '../../material/meetings/circles.js'
import { dateBeingFound, hafrenMeetings } from '../../material/meetings/hafren.js'
import { harbourMeetings, readingMeetings } from '../../material/meetings/others.js'
import type { CircleMaterial, ItemMaterial, MeetingMaterial } from '../../material/meetings/types.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** What has been made so far, by the words of the material. */
interface Known {
  house: House
  circles: Map<string, string>
  meetings: Map<MeetingMaterial, string>
  items: Map<ItemMaterial, string>
}

/** The circles of both networks meet, decide, and do what they agreed. */
export function meetingDeeds(house: House): Deed[] {
  const known: Known = { house, circles: new Map(), meetings: new Map(), items: new Map() }
  const meetings = [...hafrenMeetings, ...harbourMeetings, ...readingMeetings]
  return [
    ...circles.flatMap(circle => circleDeeds(known, circle)),
    { at: moment('2026-10-20', '07:00'), act: () => gatherGroup(known) },
    ...meetings.flatMap(meeting => storyOf(known, meeting)),
    { at: moment(dateBeingFound.on, '17:05'), act: () => findDate(known) },
  ]
}

function circleDeeds(known: Known, circle: CircleMaterial): Deed[] {
  const { terms } = circle
  return [
    { at: moment(circle.on, '16:20'), act: () => found(known, circle) },
    ...(terms
      ? [
          {
            at: moment(terms.on, '19:10'),
            act: async () => {
              const owner = known.circles.get(circle.key)!
              const person = await castPerson(known.house, terms.by)
              const place = { kind: termsKind, owner, field: termsField }
              await inOne(known.house.db, trx => saveText(trx, place, { body: terms.words, version: 0 }, person))
            },
          },
          {
            at: moment(terms.agreedOn, '18:00'),
            act: async () => {
              const person = await castPerson(known.house, circle.noteTaker)
              const row = await circleRow(known, circle.key)
              await inOne(known.house.db, trx => agreeTerms(trx, row, person, terms.agreedOn))
            },
          },
        ]
      : []),
  ]
}

async function found({ house, circles: made }: Known, circle: CircleMaterial): Promise<void> {
  const person = await castPerson(house, circle.by)
  const { kind, name, purpose, rhythm, chair, noteTaker } = circle
  const roles = circle.roles.map(one =>
    typeof one === 'string' ? { role: one, themeId: null } : { role: one[0], themeId: one[1] },
  )
  const words = {
    ...{ kind, name, purpose, rhythm, joining: circle.joining ?? ('invited' as const) },
    ...{ chairId: null, noteTakerId: null, themeId: circle.theme ?? null, roles },
  }
  const id = await inOne(house.db, trx => makeCircle(trx, { id: circle.network }, person, words))
  made.set(circle.key, id)
  const row = await house.db.selectFrom('circles').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  for (const invited of circle.invited ?? [])
    await inOne(house.db, trx => comeIntoCircle(trx, row, person, invited, 'invited'))
  await inOne(house.db, trx => changeCircle(trx, row, person, { ...words, chairId: chair, noteTakerId: noteTaker }))
}

/** The reading group’s own circle is made with its first meeting. */
async function gatherGroup({ house, circles: made }: Known): Promise<void> {
  const sadia = await castPerson(house, 'sadia')
  const group = { groupId: 'reading', groupName: 'Reading by choice', networkId: 'hafren' }
  const circle = await inOne(house.db, trx => makeGroupCircle(trx, group, sadia))
  made.set('reading', circle.id)
}

function storyOf(known: Known, meeting: MeetingMaterial): Deed[] {
  const after = (day: string, time: string, act: () => Promise<unknown>): Deed => ({ at: moment(day, time), act })
  const dayAfter = daysAfter(meeting.plannedOn, 1)
  return [
    after(meeting.plannedOn, '16:40', () => plan(known, meeting)),
    after(dayAfter, '12:20', () => propose(known, meeting)),
    ...(meeting.agendaAgreedOn ? [after(meeting.agendaAgreedOn, '15:00', () => settle(known, meeting))] : []),
    ...(meeting.present ? [after(meeting.on, '19:30', () => minute(known, meeting))] : []),
    ...(meeting.openedOn ? [after(meeting.openedOn, '07:20', () => open(known, meeting))] : []),
    ...(meeting.agreedOn ? [after(meeting.agreedOn, '18:30', () => agree(known, meeting))] : []),
    ...(meeting.cancelled ? [after(meeting.cancelled.on, '08:05', () => cancel(known, meeting))] : []),
    ...actionDeeds(known, meeting),
  ]
}

async function plan(known: Known, meeting: MeetingMaterial): Promise<void> {
  const { house } = known
  const person = await castPerson(house, meeting.by)
  const circle = await circleRow(known, meeting.circle)
  const { title, about = '', place, link = '' } = meeting
  const time = { startsAt: momentAt(meeting.on, meeting.starts)!, endsAt: momentAt(meeting.on, meeting.ends)! }
  const withCircles = (meeting.together ?? []).map(key => known.circles.get(key)!)
  const words = { ...(title && { title }), about, place, link }
  const id = await inOne(house.db, trx => planMeeting(trx, circle, person, words, time, { withCircles }))
  known.meetings.set(meeting, id)
  const row = await meetingRow(known, meeting)
  for (const guest of meeting.guests ?? []) await inOne(house.db, trx => inviteGuest(trx, row, person, guest))
}

async function propose(known: Known, meeting: MeetingMaterial): Promise<void> {
  const { house } = known
  const row = await meetingRow(known, meeting)
  for (const item of meeting.items) {
    const person = await castPerson(house, item.by)
    const { title, why = '', minutes, confidential = false } = item
    const accepted = item.state === undefined
    const words = { title, why, minutes, confidential, broughtBy: item.by }
    known.items.set(item, await inOne(house.db, trx => proposeItem(trx, row, person, words, { accepted })))
  }
  for (const id of meeting.comes ?? []) {
    const person = await castPerson(house, id)
    await inOne(house.db, trx => sayWhetherComing(trx, row, person, true))
  }
  for (const id of meeting.cannot ?? []) {
    const person = await castPerson(house, id)
    await inOne(house.db, trx => sayWhetherComing(trx, row, person, false))
  }
  for (const paper of meeting.papers ?? []) {
    const person = await castPerson(house, paper.by)
    const { title, href } = paper
    await inOne(house.db, trx => addPaper(trx, row, person, { title, href, itemId: null }))
  }
}

async function settle(known: Known, meeting: MeetingMaterial): Promise<void> {
  const { house } = known
  const row = await meetingRow(known, meeting)
  const person = await castPerson(house, meeting.by)
  for (const item of meeting.items.filter(one => one.state === 'later' || one.state === 'not')) {
    const there = await findItem(house.db, row, known.items.get(item)!)
    const { state, because = '' } = item
    await inOne(house.db, trx => settleItem(trx, row, there, person, state as 'later' | 'not', because))
  }
  // What came back from earlier, and does not fit in, waits for the next time.
  const entered = new Set(known.items.values())
  const returned = (await itemsOf(house.db, row)).filter(one => one.state === 'proposed' && !entered.has(one.id))
  for (const item of returned)
    await inOne(house.db, trx => settleItem(trx, row, item, person, 'later', 'There was no time for it'))
  await inOne(house.db, trx => agreeAgenda(trx, row, person))
}

/** Who was there, what was said, what was decided and agreed. */
async function minute(known: Known, meeting: MeetingMaterial): Promise<void> {
  const { house } = known
  const row = await meetingRow(known, meeting)
  const writer = await castPerson(house, meeting.writtenBy ?? meeting.by)
  const attended: Record<string, 'present' | 'apologies'> = {}
  for (const id of meeting.present ?? []) attended[id] = 'present'
  for (const id of meeting.apologies ?? []) attended[id] = 'apologies'
  await inOne(house.db, trx => tickAttendance(trx, row, writer, attended))
  const type = async (owner: string, body: string) => {
    const place = { kind: minutesKind, owner, field: minutesField }
    await inOne(house.db, trx => saveText(trx, place, { body, version: 0 }, writer))
  }
  const first = (await itemsOf(house.db, row)).find(one => one.kind === 'last time')
  if (meeting.lastTime && first) await type(first.id, meeting.lastTime)
  for (const item of meeting.items) {
    const itemId = known.items.get(item)!
    if (item.said) await type(itemId, item.said)
    for (const { decision, reason, supersedes } of item.decisions ?? [])
      await decide(known, row, itemId, { decision, reason, supersedes })
    for (const { what, owner, dueOn } of item.actions ?? []) {
      const given = { circleId: row.circleId, itemId, what, ownerId: owner, dueOn }
      await inOne(house.db, trx => agreeMeetingAction(trx, row, writer, given))
    }
  }
}

async function decide(
  { house }: Known,
  meeting: Meeting,
  itemId: string,
  words: { decision: string; reason: string; supersedes: number | undefined },
): Promise<void> {
  const { db } = house
  const person = await castPerson(house, meeting.plannedBy)
  const { decision, reason, supersedes } = words
  const { circleId } = meeting
  const id = await inOne(db, trx => recordDecision(trx, meeting, person, { circleId, itemId, decision, reason }))
  if (supersedes === undefined) return
  const rows = await db.selectFrom('decisions').selectAll().where('circleId', '=', circleId).execute()
  const earlier = rows.find(row => row.number === supersedes)
  const later = rows.find(row => row.id === id)!
  if (earlier) await inOne(db, trx => supersede(trx, earlier, person, later))
}

async function open(known: Known, meeting: MeetingMaterial): Promise<void> {
  const { house } = known
  const row = await meetingRow(known, meeting)
  const person = await castPerson(house, meeting.writtenBy ?? meeting.by)
  await inOne(house.db, trx => openMinutes(trx, row, person))
  for (const item of meeting.items) {
    const { amendment } = item
    if (!amendment) continue
    const by = await castPerson(house, amendment.by)
    await inOne(house.db, trx => suggestAmendment(trx, row, { id: known.items.get(item)! }, by, amendment.words))
    const { answer } = amendment
    if (!answer) continue
    const asked = (await amendmentsOf(house.db, row)).at(-1)!
    const said = answer.accepted ? ('accepted' as const) : ('not accepted' as const)
    await inOne(house.db, trx => answerAmendment(trx, row, asked, person, said, answer.words))
  }
}

async function agree(known: Known, meeting: MeetingMaterial): Promise<void> {
  const { house } = known
  const row = await meetingRow(known, meeting)
  const chair = await castPerson(house, (await circleRow(known, meeting.circle)).chairId ?? meeting.by)
  await inOne(house.db, trx => agreeMinutes(trx, row, chair))
  for (const item of meeting.items) {
    const { note } = item
    if (note) await inOne(house.db, trx => addNote(trx, row, { id: known.items.get(item)! }, chair, note.words))
  }
}

async function cancel(known: Known, meeting: MeetingMaterial): Promise<void> {
  const row = await meetingRow(known, meeting)
  const person = await castPerson(known.house, meeting.by)
  await inOne(known.house.db, trx => cancelMeeting(trx, row, person, meeting.cancelled!.because))
}

/** What was agreed is done, or dropped, on its own day. */
function actionDeeds({ house }: Known, meeting: MeetingMaterial): Deed[] {
  return meeting.items.flatMap(item =>
    (item.actions ?? []).flatMap(({ what, owner, done, dropped }) => {
      const settled = done ?? dropped
      if (!settled) return []
      const act = async () => {
        const person = await castPerson(house, owner)
        const action = await house.db
          .selectFrom('meetingActions')
          .selectAll()
          .where('what', '=', what)
          .where('ownerId', '=', owner)
          .executeTakeFirstOrThrow()
        const how = done ? ('done' as const) : ('dropped' as const)
        await inOne(house.db, trx => settleMeetingAction(trx, action, person, how, settled.outcome))
      }
      return [{ at: moment(settled.on, '16:05'), act }]
    }),
  )
}

/** Three days are offered, and not everybody has said yet. */
async function findDate(known: Known): Promise<void> {
  const { house } = known
  const { db } = house
  const { title, about, by, dates, answers } = dateBeingFound
  const person = await castPerson(house, by)
  const circle = await circleRow(known, dateBeingFound.circle)
  const id = await inOne(db, trx => planMeeting(trx, circle, person, { title, about }, null))
  const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const times = dates.map(({ on, starts, ends }) => ({ startsAt: momentAt(on, starts)!, endsAt: momentAt(on, ends)! }))
  await inOne(db, trx => offerDates(trx, row, person, times))
  const offered = await offeredDates(db, row)
  for (const [who, said] of Object.entries(answers)) {
    const one = await castPerson(house, who)
    const can = Object.fromEntries(offered.map((date, at) => [date.id, said[at]!]))
    await inOne(db, trx => sayWhen(trx, row, one, can))
  }
}

function circleRow({ house, circles: made }: Known, key: string): Promise<Circle> {
  return house.db.selectFrom('circles').selectAll().where('id', '=', made.get(key)!).executeTakeFirstOrThrow()
}

function meetingRow({ house, meetings }: Known, meeting: MeetingMaterial): Promise<Meeting> {
  return house.db.selectFrom('meetings').selectAll().where('id', '=', meetings.get(meeting)!).executeTakeFirstOrThrow()
}
