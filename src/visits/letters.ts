import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import type { Letter } from '../mail/mail.js'
import type { LetterSort } from '../mail/wishes.js'
import { namesOf } from '../people/people.js'
import { day } from '../words/words.js'
import type { SupportingVisit, VisitBooking } from './tables.js'
import { whenInWords } from './times.js'
import { hasHead } from './visits.js'
import { dateOfSlot, dateOfSupport } from './year/dates.js'

export const visitLetters: LetterSort[] = [
  {
    letter: 'visits-offered',
    name: 'I am asked to a visit, or to offer one',
    holds:
      'When you are named for a visit, when somebody would like to see your school, and when your own request has an answer.',
    of: 'Visits',
  },
  {
    letter: 'visits',
    name: 'Somebody comes to us, or I have a place',
    holds: 'When a place on a visit is taken or given back: of yours, or of a visit at which you are a host.',
    of: 'Visits',
  },
  {
    letter: 'visits-moved',
    name: 'A visit is moved or cancelled',
    holds: 'When the day of a visit to which you come is another, or there is none.',
    of: 'Visits',
  },
  {
    letter: 'visit-releases',
    name: 'Somebody is to be released for a visit',
    holds: 'When a head is asked, and when the head has answered.',
    of: 'Visits',
  },
  {
    letter: 'visits-of-two',
    name: 'A visit between me and one colleague',
    holds: 'When one is proposed, agreed, moved or called off. The letter says nothing of what it is about.',
    of: 'Visits',
  },
]

const page = (baseUrl: string, networkId: string, rest: string) => `${baseUrl}/networks/${networkId}/visits/${rest}`

/** The email addresses of these people, as long as they have an account. */
async function emailsOf(db: Db, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('email')
    .where('id', 'in', [...ids, ''])
    .where('disabledAt', 'is', null)
    .execute()
  return rows.map(row => row.email)
}

/** A booking with all that a letter about it says. */
async function bookingBy(db: Db, id: string) {
  const booking = await db.selectFrom('visitBookings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!booking) return undefined
  const { visit, slot } = await slotBy(db, booking.slotId)
  const { name, email } = await db
    .selectFrom('people')
    .select(['name', 'email'])
    .where('id', '=', booking.personId)
    .executeTakeFirstOrThrow()
  return { booking, visit, slot, name, email }
}

async function slotBy(db: Db, slotId: string) {
  const slot = await db.selectFrom('visitSlots').selectAll().where('id', '=', slotId).executeTakeFirstOrThrow()
  const visit = await db
    .selectFrom('visits')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .selectAll('visits')
    .select('schools.name as school')
    .where('visits.id', '=', slot.visitId)
    .executeTakeFirstOrThrow()
  return { slot, visit }
}

async function hostsOf(db: Db, visitId: string): Promise<string[]> {
  const visit = await db.selectFrom('visits').select('offeredBy').where('id', '=', visitId).executeTakeFirstOrThrow()
  const named = await db
    .selectFrom('visitPeople')
    .select('personId')
    .where('visitId', '=', visitId)
    .where('standing', '=', 'host')
    .where('removedAt', 'is', null)
    .execute()
  return [visit.offeredBy, ...named.map(one => one.personId)]
}

/** Whoever comes is told where they stand; the hosts, that somebody comes or does not. */
const toVisitorsAndHosts = lettersAfter({
  name: 'letters of places on visits',
  letter: 'visits',
  follows: ['place on visit taken', 'place on visit given', 'place on visit given back'],
  async write({ db, baseUrl }, { kind, personId, details }) {
    const of = await bookingBy(db, details.booking)
    if (!of) return []
    const { booking, visit, slot, name, email } = of
    const at = page(baseUrl, visit.networkId, visit.id)
    const what = `“${visit.title}”, ${whenInWords(slot)}`
    const date = dateOfSlot(visit, slot, true)
    const letters: Letter[] = []
    if (kind !== 'place on visit given back') {
      if (booking.cancelledAt !== null) return []
      letters.push({
        to: email,
        subject: `Your visit on ${day(slot.day)}`,
        text: `${standing(booking)}\n\n${what}\n${at}\n`,
        ...(booking.state === 'booked' ? { date } : {}),
      })
    } else if (booking.personId === personId)
      letters.push({
        to: email,
        subject: `Your visit on ${day(slot.day)}: place given back`,
        text: `You have given your place back.\n\n${what}\n${at}\n`,
        date: { ...date, cancelledAt: booking.cancelledAt, changedAt: booking.cancelledAt ?? date.changedAt },
      })
    const says = kind === 'place on visit given back' ? 'does not come' : 'has said to come'
    for (const to of await emailsOf(db, await hostsOf(db, visit.id)))
      if (to !== email) letters.push({ to, subject: `${name} ${says}`, text: `${name} ${says}: ${what}\n\n${at}\n` })
    return letters
  },
})

function standing({ state }: VisitBooking): string {
  if (state === 'booked') return 'You are booked in.'
  if (state === 'asked') return 'A place is held for you. Your head is asked, and you get a letter with the answer.'
  return 'This day is full. You are on the waiting list and move up by yourself when a place comes free.'
}

/** The head, or a network leader where the school has none: somebody asks to be released. */
const toHeads = lettersAfter({
  name: 'letters of releases asked',
  letter: 'visit-releases',
  follows: ['release asked'],
  async write({ db, baseUrl }, { details }) {
    const release = await releaseBy(db, details.release)
    if (!release || release.answeredAt || release.withdrawnAt) return []
    const ofSchool = await hasHead(db, release.schoolId)
    const rows = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select('people.email')
      .distinct()
      .where('networkRoles.endedAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .where('networkRoles.role', '=', ofSchool ? 'headteacher' : 'network leader')
      .where('networkRoles.networkId', '=', release.networkId)
      .$if(ofSchool, query => query.where('networkRoles.schoolId', '=', release.schoolId))
      .execute()
    const what = release.bookingId === null ? 'a colleague’s visit' : 'a visit'
    const text = `${release.name} asks to be released for ${what}: ${whenInWords(release)}.\n\nSay yes or no:\n${page(baseUrl, release.networkId, `releases/${release.id}`)}\n`
    return rows.map(({ email }) => ({ to: email, subject: `${release.name} asks to be released for a visit`, text }))
  },
})

async function releaseBy(db: Db, id: string) {
  return db
    .selectFrom('visitReleases')
    .innerJoin('people', 'people.id', 'visitReleases.personId')
    .selectAll('visitReleases')
    .select(['people.name', 'people.email'])
    .where('visitReleases.id', '=', id)
    .executeTakeFirst()
}

/** Whoever asked hears what the head said. */
const toWhoeverAsked = lettersAfter({
  name: 'letters of releases answered',
  letter: 'visit-releases',
  follows: ['release answered'],
  async write({ db, baseUrl }, { details }) {
    const release = await releaseBy(db, details.release)
    if (!release?.answer) return []
    const of = release.bookingId ? await bookingBy(db, release.bookingId) : undefined
    const word = release.word ? `: “${release.word}”` : '.'
    const where = of ? `\n“${of.visit.title}”\n${page(baseUrl, release.networkId, of.visit.id)}\n` : '\n'
    return [
      {
        to: release.email,
        subject: `Your head said ${release.answer}: ${day(release.day)}`,
        text: `To your question for ${whenInWords(release)} your head said ${release.answer}${word}\n${where}`,
        ...(of && release.answer === 'yes' ? { date: dateOfSlot(of.visit, of.slot, true) } : {}),
      },
    ]
  },
})

/** Everybody who had said that they come: the day is another, or there is none. */
const toAllBookedIn = lettersAfter({
  name: 'letters of visits moved',
  letter: 'visits-moved',
  follows: ['day of visit moved', 'day of visit cancelled'],
  async write({ db, baseUrl }, { kind, because, details }) {
    const { visit, slot } = await slotBy(db, details.slot)
    const booked = await db
      .selectFrom('visitBookings')
      .innerJoin('people', 'people.id', 'visitBookings.personId')
      .select(['people.email', 'visitBookings.state'])
      .where('visitBookings.slotId', '=', slot.id)
      .where('visitBookings.state', 'in', ['asked', 'booked', 'waiting'])
      .where('people.disabledAt', 'is', null)
      .execute()
    const off = kind === 'day of visit cancelled'
    const says = off ? `“${visit.title}” on ${day(slot.day)} is cancelled` : `“${visit.title}” is changed`
    const now = off
      ? ''
      : `\n\nIt is now on ${whenInWords(slot)}. If you need to be released, your head is asked again.`
    const text = `${says}: ${because ?? ''}${now}\n\n${page(baseUrl, visit.networkId, visit.id)}\n`
    return booked.map(({ email, state }) => ({
      to: email,
      subject: off ? `Cancelled: your visit on ${day(slot.day)}` : `Changed: your visit, now on ${day(slot.day)}`,
      text,
      ...(state === 'waiting' ? {} : { date: dateOfSlot(visit, slot, true) }),
    }))
  },
})

/** Where nobody was left who hosts it, those who lead the network hear that it was called off, and by whom. */
const toLeadersForHosts = lettersAfter({
  name: 'letters of visits without hosts',
  letter: 'visits-moved',
  follows: ['visit cancelled'],
  async write({ db, baseUrl }, { aboutId, because, personId }) {
    const visit = await db.selectFrom('visits').selectAll().where('id', '=', aboutId).executeTakeFirst()
    if (!visit || !personId || (await hostsOf(db, visit.id)).includes(personId)) return []
    if (visit.schoolId && (await hasHead(db, visit.schoolId))) return []
    const leaders = await db
      .selectFrom('networkRoles')
      .select('personId')
      .distinct()
      .where('networkId', '=', visit.networkId)
      .where('role', '=', 'network leader')
      .where('endedAt', 'is', null)
      .where('personId', '<>', personId)
      .execute()
    const nameOf = await namesOf(db, [personId])
    const text = `${nameOf(personId)} has cancelled “${visit.title}”, which nobody hosts any more: ${because ?? ''}\n\n${page(baseUrl, visit.networkId, visit.id)}\n`
    const subject = `Cancelled: “${visit.title}”`
    const to = leaders.map(one => one.personId)
    return (await emailsOf(db, to)).map(email => ({ to: email, subject, text }))
  },
})

/** Somebody is asked by name; and whoever asked for a visit hears of an offer. */
const toThoseAsked = lettersAfter({
  name: 'letters of visits offered',
  letter: 'visits-offered',
  follows: ['people of visit changed', 'visit offered', 'visit asked for'],
  async write({ db, baseUrl }, fact) {
    const visit = await db.selectFrom('visits').selectAll().where('id', '=', fact.aboutId).executeTakeFirst()
    if (!visit) return []
    const at = page(baseUrl, visit.networkId, visit.id)
    if (fact.kind === 'people of visit changed') {
      if (!fact.details.added) return []
      const letter = {
        subject: `You are asked to a visit: ${visit.title}`,
        text: `You are asked to “${visit.title}”.\n\n${at}\n`,
      }
      return (await emailsOf(db, [fact.details.person])).map(to => ({ to, ...letter }))
    }
    if (fact.kind === 'visit asked for') {
      const heads = visit.schoolId ? await headsOf(db, visit.schoolId) : []
      return heads.map(to => ({
        to,
        subject: `Somebody would like to see your school`,
        text: `Asked of your school: ${visit.title}\n\nAnswer with an offer, if you can:\n${at}\n`,
      }))
    }
    if (!visit.answersId) return []
    const wish = await db.selectFrom('visits').selectAll().where('id', '=', visit.answersId).executeTakeFirstOrThrow()
    const text = `A school answers your request “${wish.title}” with an offer: ${visit.title}\n\nSay that you come:\n${at}\n`
    return (await emailsOf(db, [wish.offeredBy])).map(to => ({
      to,
      subject: 'Your request for a visit has an answer',
      text,
    }))
  },
})

async function headsOf(db: Db, schoolId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .select('personId')
    .where('schoolId', '=', schoolId)
    .where('role', '=', 'headteacher')
    .where('endedAt', 'is', null)
    .execute()
  return emailsOf(
    db,
    rows.map(row => row.personId),
  )
}

/** To the other of the two, and to whom they named; the subject says nothing but that it is a visit. */
const betweenTwo = lettersAfter({
  name: 'letters between two colleagues',
  letter: 'visits-of-two',
  follows: [
    'two colleagues: proposed',
    'two colleagues: agreed',
    'two colleagues: moved',
    'two colleagues: called off',
    'two colleagues: named',
  ],
  async write({ db, baseUrl }, fact) {
    const visit = await db.selectFrom('supportingVisits').selectAll().where('id', '=', fact.aboutId).executeTakeFirst()
    if (!visit) return []
    const to = fact.kind === 'two colleagues: named' ? [fact.details.person] : await others(db, visit, fact.personId)
    const text = `${saysBetween[fact.kind]}: ${whenInWords({ ...visit, lastDay: visit.day })}.\n\nOnly you and those who are named there see it:\n${page(baseUrl, visit.networkId, `supporting/${visit.id}`)}\n`
    const isDated = fact.kind !== 'two colleagues: named' && fact.kind !== 'two colleagues: proposed'
    const date = isDated && visit.agreedAt ? { date: dateOfSupport(visit) } : {}
    return (await emailsOf(db, to)).map(email => ({ to: email, subject: 'A visit', text, ...date }))
  },
})

const saysBetween = {
  'two colleagues: proposed': 'A colleague would like to come to you, or you to them',
  'two colleagues: agreed': 'Your colleague has agreed',
  'two colleagues: moved': 'Day, time or place of your visit have changed',
  'two colleagues: called off': 'Your visit is called off',
  'two colleagues: named': 'You are named on a visit of two colleagues',
} as const

async function others(db: Db, visit: SupportingVisit, by: string | null): Promise<string[]> {
  const named = await db
    .selectFrom('supportingVisitPeople')
    .select('personId')
    .where('visitId', '=', visit.id)
    .where('removedAt', 'is', null)
    .execute()
  return [visit.proposedBy, visit.colleagueId, ...named.map(one => one.personId)].filter(id => id !== by)
}

export const visitFollowers = [
  toVisitorsAndHosts,
  toHeads,
  toWhoeverAsked,
  toAllBookedIn,
  toLeadersForHosts,
  toThoseAsked,
  betweenTwo,
]
