import type { Db } from '../database.js'
import { partsBeside } from '../networks/year.js'
import type { Brought } from '../room.js'
import { now } from '../web/now.js'
import { formOf } from '../web/read.js'
import { itemsOf, minutesOf } from './agenda/agenda.js'
import { attendersOf } from './attending/attending.js'
import { topOf } from './circles/circle-page.js'
import { namesOfPeople } from './circles/circles.js'
import { countMeetingActions, meetingActionsFor } from './deciding/meeting-actions.js'
import { type FoundMeeting, heldBy, minutesFor, stateOf } from './meetings.js'
import type { ItemShown, MeetingPage, OpenActions } from './pages.js'
import { withTitles } from './papers/pages-named.js'
import { type Paper, papersOf } from './papers/papers.js'
import {
  isAsked,
  mayAddPapers,
  mayAgreeMinutes,
  mayChangeMeeting,
  mayConduct,
  mayKnowOfItem,
  mayOrderAgenda,
  mayPropose,
  mayReadItem,
  mayReadMinutes,
  mayWriteMinutes,
} from './permissions.js'
import { offeredDates } from './planning/dates.js'
import { whenInWords } from './words.js'

/** The page of a meeting before it is held: when and where, who comes, what is on the agenda. @param answerForm of the dates */
export async function meetingPage(
  db: Db,
  found: FoundMeeting,
  { inTheYear, searchables }: Pick<Brought, 'inTheYear' | 'searchables'>,
  answerForm = formOf(),
): Promise<MeetingPage> {
  const { person, meeting, circles, address, names, mine, reach } = found
  const papers = await withTitles(db, person, await papersOf(db, found), searchables)
  const before = await meetingBefore(db, found)
  const { actions: openActions, more } = await openActionsAt(db, found)
  const items = await itemsShown(db, found, papers, before !== null || openActions.length > 0)
  const attenders = await attendersOf(db, meeting, circles)
  const dates = meeting.startsAt === null ? await offeredDates(db, meeting) : []
  const called = await namesOfPeople(db, [
    meeting.chairId,
    meeting.noteTakerId,
    ...dates.flatMap(date => [...date.answers.keys()]),
  ])
  const onAgenda = items.filter(item => item.state === 'accepted')
  const hasBegun = meeting.startsAt !== null && meeting.startsAt <= now()
  const comes = attenders.filter(one => one.says === 'comes').length
  const cannot = attenders.filter(one => one.says === 'cannot').length
  const parts = await partsBeside(inTheYear.beside, 'meeting', db, person, meeting.id)
  const may = {
    conduct: mayConduct(found),
    change: mayChangeMeeting(found) && meeting.minutesOpenedAt === null,
    propose: mayPropose(found),
    order: mayOrderAgenda(found),
    papers: mayAddPapers(found),
    answer: isAsked(found) && meeting.cancelledAt === null && !hasBegun,
    minutes: hasBegun && mayReadMinutes(found) && meeting.cancelledAt === null,
    write: mayWriteMinutes(found, { confidentialAt: null }),
  }
  const page = names.read({
    ...topOf(found, meeting.title),
    ...{
      meeting,
      address,
      answerForm,
      papers: papers.filter(one => one.itemId === null),
      attenders,
      openActions,
      more,
    },
    circles: circles.map(({ id, name }) => ({ id, name })),
    over: heldBy(circles),
    state: stateOf(meeting),
    when: whenInWords(meeting),
    chair: called.get(meeting.chairId ?? '') ?? null,
    noteTaker: called.get(meeting.noteTakerId ?? '') ?? null,
    items: onAgenda,
    proposed: items.filter(item => item.state === 'proposed'),
    putOff: items.filter(item => item.state === 'later' || item.state === 'not'),
    before,
    time: minutesOf(onAgenda, meeting),
    counts: {
      ...{ comes, cannot, silent: attenders.length - comes - cannot },
      present: attenders.filter(one => one.attended === 'present').length,
      saidWhen: new Set(dates.flatMap(date => [...date.answers.keys()])).size,
    },
    mine: {
      ...{ says: mine?.says ?? null, isAsked: isAsked(found) },
      saysWhen: dates.every(date => date.answers.has(reach.personId)),
    },
    hasBegun,
    may,
  })
  return {
    ...page,
    beside: parts,
    dates: dates.map(date => ({
      ...date,
      when: whenInWords(date),
      mine: date.answers.get(reach.personId) ?? '',
      who: [...date.answers].map(([id, can]) => ({ name: called.get(id) ?? '', can })),
    })),
    next: nextStep(found, { ...may, dates: dates.length, proposed: page.proposed.length, hasBegun }),
  }
}

/** The items that this reader may know of, each with its number on the agenda. @param past whether there was a meeting before */
export async function itemsShown(db: Db, found: FoundMeeting, papers: Paper[], past: boolean): Promise<ItemShown[]> {
  const { person, meeting } = found
  const known = (await itemsOf(db, meeting))
    .filter(item => mayKnowOfItem(found, item))
    .filter(item => item.kind === 'item' || past)
  const called = await namesOfPeople(
    db,
    known.map(item => item.broughtBy),
  )
  const order = mayOrderAgenda(found)
  let number = 0
  return known.map(item => ({
    ...item,
    number: item.state === 'accepted' ? (number += 1) : null,
    broughtByName: called.get(item.broughtBy ?? '') ?? '',
    isConfidential: item.confidentialAt !== null,
    isOpen: mayReadItem(found, item),
    papers: papers.filter(one => one.itemId === item.id),
    mayChange:
      item.kind === 'item' &&
      mayPropose(found) &&
      (order || (item.state === 'proposed' && item.proposedBy === person.id)),
  }))
}

/** The meeting that one of its circles held last before this one; its minutes, for those who may read them already. */
export async function meetingBefore(db: Db, { meeting, circles, reach }: FoundMeeting): Promise<MeetingPage['before']> {
  const row = await db
    .selectFrom('meetings')
    .select(['id', 'startsAt', 'endsAt', 'minutesAgreedAt'])
    .select(minutesFor(reach).as('isOpen'))
    .where('id', 'in', eb =>
      eb
        .selectFrom('meetingCircles')
        .select('meetingId')
        .where(
          'circleId',
          'in',
          circles.map(one => one.id),
        ),
    )
    .where('cancelledAt', 'is', null)
    .where('startsAt', '<', meeting.startsAt ?? now())
    .where('id', '<>', meeting.id)
    .orderBy('startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        href: row.isOpen && row.startsAt! <= now() ? `/meetings/${row.id}/minutes` : `/meetings/${row.id}`,
        text: whenInWords(row),
        agreed: row.minutesAgreedAt !== null,
      }
    : null
}

const mostOpen = 30

/**
 * What the circles agreed to do at earlier meetings, and was still open when this one began: the nearest days, and where the
 * others stand if there are more than an agenda holds.
 */
export async function openActionsAt(db: Db, { person, reach, meeting, circles }: FoundMeeting): Promise<OpenActions> {
  const moment = meeting.startsAt ?? now()
  const until = moment < now() ? { openAt: moment } : { open: true, openAt: moment }
  const filter = { circleIds: circles.map(one => one.id), ...until }
  const actions = await meetingActionsFor(db, person, reach, filter, { from: 0, most: mostOpen })
  const all = actions.length < mostOpen ? actions.length : await countMeetingActions(db, reach, filter)
  const list =
    meeting.groupId === null ? `/networks/${meeting.networkId}/meeting-actions` : `/groups/${meeting.groupId}/meetings`
  return { actions, more: all > actions.length ? { count: all - actions.length, href: list } : null }
}

/** The one thing that this reader does next. */
function nextStep(
  found: FoundMeeting,
  at: { change: boolean; dates: number; proposed: number; hasBegun: boolean; write: boolean; order: boolean },
): MeetingPage['next'] {
  const { meeting, address } = found
  if (meeting.cancelledAt) return null
  if (meeting.startsAt === null && at.dates === 0 && at.change)
    return { text: 'This meeting has no date yet.', href: `${address}/dates`, action: 'Offer dates' }
  if (at.hasBegun && mayAgreeMinutes(found))
    return {
      text: 'The minutes are open to those who were there. Answer what they ask for, then agree them.',
      href: `${address}/minutes`,
      action: 'Go through the minutes',
    }
  if (at.hasBegun && at.write)
    return { text: 'Two of you can type at once.', href: `${address}/minutes`, action: 'Write the minutes' }
  if (at.hasBegun && mayReadMinutes(found))
    return { text: stateOf(meeting), href: `${address}/minutes`, action: 'Read the minutes' }
  return null
}
