import type { Db } from '../../database.js'
import { clockOf, dayOf } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import { circlesIn, type FoundCircle, type Standing } from '../circles/circles.js'
import { membersOf, membersOfAny } from '../circles/members.js'
import { topOf } from '../circles/circle-page.js'
import type { FoundMeeting } from '../meetings.js'
import type { MeetingEditPage } from '../pages.js'
import type { Circle, Meeting } from '../tables.js'

/** A meeting that is planned. */
export async function planningPage(db: Db, found: FoundCircle, form: FormState): Promise<MeetingEditPage> {
  const { circle, address, names } = found
  const members = (await membersOf(db, [circle.id])).get(circle.id)!
  return names.read({
    ...topOf(found, `Plan a meeting: ${circle.name}`),
    ...{ address: `${address}/meetings`, back: address, form, isNew: true },
    people: members.map(({ id, name }) => ({ value: id, text: name })),
    others: await othersOf(db, found, circle),
    placeholder: circle.name,
  })
}

/** A meeting that is changed, all but its time. */
export async function changingPage(db: Db, found: FoundMeeting, form: FormState): Promise<MeetingEditPage> {
  const { meeting, circles, address, names } = found
  const members = await membersOfAny(
    db,
    circles.map(one => one.id),
  )
  return names.read({
    ...topOf(found, `Change “${meeting.title}”`),
    ...{ address, back: address, form, isNew: false },
    people: members.map(({ id, name }) => ({ value: id, text: name })),
    others: await othersOf(db, found, { id: meeting.circleId, groupId: meeting.groupId }),
    placeholder: meeting.title,
  })
}

/** Open circles that can hold a meeting together with this one. */
async function othersOf(db: Db, { reach, network }: Standing, circle: Pick<Circle, 'id' | 'groupId'>) {
  if (circle.groupId !== null) return []
  const circles = await circlesIn(db, reach, network.id)
  return circles
    .filter(one => one.id !== circle.id && one.closedAt === null)
    .map(({ id, name }) => ({ value: id, text: name }))
}

export function formOfMeeting({ meeting, circles }: FoundMeeting): FormState {
  return formOf({
    ...{ title: meeting.title, about: meeting.about, place: meeting.place, link: meeting.link },
    ...{ chair: meeting.chairId ?? '', noteTaker: meeting.noteTakerId ?? '' },
    together: circles.filter(one => one.id !== meeting.circleId).map(one => one.id),
  })
}

/** When it is, as three fields. */
export function formOfTime({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): FormState {
  if (startsAt === null || endsAt === null) return formOf()
  return formOf({ on: dayOf(startsAt), starts: clockOf(startsAt), ends: clockOf(endsAt) })
}

/** What was typed of a meeting, with only those people that are offered. */
export function wordsOfMeeting(
  typed: {
    title: string
    about: string
    place: string
    link: string
    chair: string
    noteTaker: string
  },
  { people, placeholder }: MeetingEditPage,
) {
  const person = (id: string) => (people.some(one => one.value === id) ? id : null)
  return {
    ...{ title: typed.title || placeholder, about: typed.about, place: typed.place, link: typed.link },
    ...{ chairId: person(typed.chair), noteTakerId: person(typed.noteTaker) },
  }
}
