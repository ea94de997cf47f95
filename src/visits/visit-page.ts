import type { Db } from '../database.js'
import { namesOf } from '../people/people.js'
import { today } from '../web/now.js'
import { formOf, type FormState } from '../web/read.js'
import type { OpenVisit } from './finding.js'
import { forWhomInWords, listed as inList } from './list-page.js'
import { linksOf } from './links.js'
import { answersTo } from './listing.js'
import { type Box, boxes } from './notes/boxes.js'
import { boxesFor, notesShownTo, type ShownNote } from './notes/notes.js'
import type { PersonThere, ShownSlot, VisitPage } from './pages.js'
import {
  hindranceToBook,
  isAmongHosts,
  mayBook,
  mayCancelForHosts,
  mayHost,
  mayOffer,
  mayWriteAccount,
} from './permissions.js'
import { programmeLines } from './programme.js'
import type { VisitSlot } from './tables.js'
import { whenInWords } from './times.js'
import { type BookingOf, bookingsOf, isOver, slotsOf } from './visits.js'

/** A visit with its days, who comes, and what was seen. @param slotForm of a day that is to be added */
export async function visitPage(
  db: Db,
  there: OpenVisit,
  slotForm: FormState = formOf({ places: '4' }),
): Promise<VisitPage> {
  const { person, found, head, listAddress, address, network } = there
  const { visit, school } = found
  const bookings = await bookingsOf(db, visit.id)
  const named = await db
    .selectFrom('visitPeople')
    .innerJoin('people', 'people.id', 'visitPeople.personId')
    .select(['people.name', 'visitPeople.standing'])
    .where('visitPeople.visitId', '=', visit.id)
    .where('visitPeople.removedAt', 'is', null)
    .orderBy('people.name')
    .execute()
  const nameOf = await namesOf(db, [visit.offeredBy])
  const host = mayHost(person, found)
  const seesPeople = isAmongHosts(person, found) || bookings.some(one => one.personId === person.id)
  const notes = await notesShownTo(db, person, found, bookings)
  const group = visit.groupId
    ? await db.selectFrom('groups').select('name').where('id', '=', visit.groupId).executeTakeFirst()
    : undefined
  return {
    title: visit.title,
    head,
    listAddress,
    address,
    visit,
    school: school && { name: school.name, safeguarding: school.safeguardingContact, left: school.leftAt !== null },
    by: nameOf(visit.offeredBy),
    hostsLeft: found.hostsLeft,
    hosts: named.filter(one => one.standing === 'host').map(one => one.name),
    invited: seesPeople ? named.filter(one => one.standing === 'invited').map(one => one.name) : null,
    forWhom: forWhomInWords({ ...visit, groupName: group?.name ?? null }),
    slots: (await slotsOf(db, visit.id)).map(slot => shownSlot(there, slot, bookings, seesPeople)),
    programme: programmeLines(visit.programme),
    links: await linksOf(db, person, visit),
    notes,
    boxes: byBox(notes),
    answers: visit.kind === 'asked' ? (await answersTo(db, visit.id)).map(one => inList(one, listAddress)) : [],
    answering: await whatItAnswers(db, there),
    account: accountLink(there, bookings),
    slotForm,
    earliest: today(),
    writesAs: writesAs(boxesFor(person, found, bookings)),
    may: {
      host,
      cancelForHosts: !host && mayCancelForHosts(person, found),
      answer: visit.kind === 'asked' && visit.metAt === null && mayOffer(person, network),
      close: visit.kind === 'asked' && visit.metAt === null && host,
    },
  }
}

function writesAs(own: Box[]): VisitPage['writesAs'] {
  if (own.length === 0) return null
  return own.some(one => one.by === 'visitor') ? 'visitor' : 'host'
}

/** The notes beneath the box that they answer, in the order of the boxes. */
export function byBox(notes: ShownNote[]): { box: string; label: string; notes: ShownNote[] }[] {
  return boxes
    .map(({ box, label }) => ({ box, label, notes: notes.filter(one => one.box === box) }))
    .filter(one => one.notes.length > 0)
}

export function shownSlot(
  { person, found }: OpenVisit,
  slot: VisitSlot,
  all: BookingOf[],
  seesPeople: boolean,
): ShownSlot {
  const bookings = all.filter(one => one.slotId === slot.id)
  const newestFirst = bookings.toReversed()
  const own = newestFirst.find(one => one.personId === person.id)
  const isHost = mayHost(person, found)
  const over = isOver(slot)
  const isIn = own !== undefined && own.state !== 'declined'
  const hindrance =
    found.visit.kind !== 'far' && isAmongHosts(person, found) ? null : hindranceToBook(person, found, slot)
  return {
    id: slot.id,
    when: whenInWords(slot),
    day: slot.day,
    lastDay: slot.lastDay,
    starts: slot.starts,
    ends: slot.ends,
    places: slot.places,
    taken: slot.taken,
    cancelled: slot.cancelledAt !== null,
    because: slot.because,
    isOver: over,
    waiting: bookings.filter(one => one.state === 'waiting').length,
    people: seesPeople ? peopleThere(bookings, person.id, isAmongHosts(person, found)) : null,
    own: own ? { id: own.id, state: stateOf(own), people: own.people, says: saysOf(own) } : null,
    may: {
      book: !isIn && !over && mayBook(person, found, slot),
      host: isHost && !over && slot.cancelledAt === null,
      sayWhoCame:
        isHost && slot.cancelledAt === null && slot.day <= today() && bookings.some(one => one.state === 'booked'),
      giveBack: isIn && !over && slot.cancelledAt === null,
    },
    whyNot: isIn || over || slot.cancelledAt ? null : hindrance,
    held: slot.heldAt !== null,
  }
}

/** Hosts see who asks and waits; visitors see who comes with them. */
function peopleThere(bookings: BookingOf[], personId: string, isHost: boolean): PersonThere[] {
  return bookings
    .filter(one => one.state === 'booked' || (isHost && one.state !== 'declined') || one.personId === personId)
    .filter(one => one.state !== 'declined')
    .map(({ id, name, school, people, alongside, state, personId: whose }) => ({
      bookingId: id,
      name,
      school,
      people,
      alongside,
      state: state as PersonThere['state'],
      isOwn: whose === personId,
    }))
}

function stateOf({ state }: BookingOf) {
  return state as 'asked' | 'booked' | 'waiting' | 'declined'
}

function saysOf({ state, release }: BookingOf): string {
  const word = release?.word ? `: “${release.word}”` : ''
  const by = release?.answeredBy ?? 'Your head'
  if (state === 'asked') return 'A place is held for you. Your head has still to say yes.'
  if (state === 'waiting') return 'You are on the waiting list. When a place comes free, it is yours by itself.'
  if (state === 'declined') return `${by} said no${word}.`
  return release?.answer === 'yes' ? `You are booked in. ${by} said yes${word}.` : 'You are booked in.'
}

async function whatItAnswers(db: Db, { found: { visit }, listAddress }: OpenVisit): Promise<VisitPage['answering']> {
  if (!visit.answersId) return null
  const asked = await db
    .selectFrom('visits')
    .select(['id', 'title'])
    .where('id', '=', visit.answersId)
    .where('networkId', '=', visit.networkId)
    .executeTakeFirst()
  return asked ? { href: `${listAddress}/${asked.id}`, text: asked.title } : null
}

function accountLink({ person, found, address }: OpenVisit, bookings: BookingOf[]) {
  if (found.visit.kind !== 'far') return null
  if (mayWriteAccount(person, found, bookings))
    return { href: `${address}/account`, text: 'Write the account together' }
  return found.visit.accountSharedAt ? { href: `${address}/account`, text: 'Read the account' } : null
}

/** Whom a cancellation touches. */
export function whoIsTouched(bookings: BookingOf[]): string[] {
  return bookings.filter(one => one.state !== 'declined').map(one => one.name)
}
