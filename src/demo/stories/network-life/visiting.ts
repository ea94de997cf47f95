import { inOne } from '../../../database.js'
import { findEnquiry } from '../../../enquiries/enquiry.js'
import type { House } from '../../../house.js'
import { putText } from '../../../texts/texts.js'
import { answerAndBook } from '../../../visits/booking/answering.js'
import { book } from '../../../visits/booking/booking.js'
import { findRelease, releasesToAnswer } from '../../../visits/booking/releasing.js'
import { accountField, accountKind, shareAccount } from '../../../visits/far/account.js'
import { addPerson, sayWhoCame } from '../../../visits/hosting/hosting.js'
import { boxNamed } from '../../../visits/notes/boxes.js'
import { putIntoGroup } from '../../../visits/notes/into-group.js'
import { noteKind, noteOwner, showNote } from '../../../visits/notes/notes.js'
import { askForVisit, offerVisit, planFarVisit } from '../../../visits/offering/offering.js'
import {
  agreeToSupport,
  findSupportingVisit,
  proposeSupport,
  supportingKind,
} from '../../../visits/supporting/supporting.js'
import { bookingsOf, findVisit, slotsOf } from '../../../visits/visits.js'
import { type DemoVisit, farVisit, support, visits, wish } from '../../material/visits.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** Schools show each other what they do; two heads go far; and two colleagues help each other, which nobody else sees. */
export function visitingDeeds(house: House): Deed[] {
  return [
    ...visits.flatMap(visit => visitDeeds(house, visit)),
    ...wishDeeds(house),
    ...farDeeds(house),
    ...supportDeeds(house),
  ]
}

/** Where a visit stands once it is made: its deeds are told before. */
interface Made {
  id: string
}

function visitDeeds(house: House, told: DemoVisit): Deed[] {
  const { db } = house
  const made: Made = { id: '' }
  const at = () => ({ network: told.network, visit: made.id })
  const offering = async () => {
    const { by, network, on: _, days, bookings: __, held: ___, notes: ____, ...words } = told
    const person = await castPerson(house, by)
    const about = { ...words, group: '', recommendation: '', address: '' }
    made.id = await inOne(db, trx => offerVisit(trx, { id: network }, person, about, days))
  }
  return [
    { at: moment(told.on, '16:20'), act: offering },
    ...told.bookings.flatMap((one, place): Deed[] => [
      { at: moment(one.on, '16:40', place), act: () => come(house, at(), one) },
      ...(one.head
        ? [{ at: moment(one.head.on, '08:20', place), act: () => answer(house, told.network, one.by, one.head!) }]
        : []),
    ]),
    ...(told.held ? [{ at: moment(told.held, '08:10'), act: () => allCame(house, at(), told.by) }] : []),
    ...noteDeeds(house, at, told.notes),
  ]
}

type At = { network: string; visit: string }

async function come(house: House, at: At, { by, people = 1, alongside = '' }: DemoVisit['bookings'][number]) {
  const { db } = house
  const person = await castPerson(house, by)
  const { visit } = await findVisit(db, person, at)
  const [slot] = await slotsOf(db, visit.id)
  const wished = { schoolId: person.schoolsIn(at.network)[0] ?? null, people, alongside }
  await inOne(db, trx => book(trx, visit, slot!, person, wished))
}

async function answer(
  house: House,
  network: string,
  asker: string,
  { who, says, word }: NonNullable<DemoVisit['bookings'][number]['head']>,
) {
  const head = await castPerson(house, who)
  const asked = (await releasesToAnswer(house.db, head)).find(one => one.personId === asker)
  if (!asked) throw new Error(`Nobody asked ${who} to release ${asker}.`)
  const release = await findRelease(house.db, head, { network, release: asked.id })
  await inOne(house.db, trx => answerAndBook(trx, release, head, { answer: says, word }))
}

async function allCame(house: House, at: At, by: string) {
  const { db } = house
  const host = await castPerson(house, by)
  const { visit } = await findVisit(db, host, at)
  const [slot] = await slotsOf(db, visit.id)
  const booked = (await bookingsOf(db, visit.id)).filter(one => one.state === 'booked').map(one => one.id)
  await inOne(db, trx => sayWhoCame(trx, visit, slot!, host, booked))
}

function noteDeeds(house: House, at: () => At, notes: readonly DemoVisit['notes'][number][]): Deed[] {
  return notes.flatMap((note, place): Deed[] => [
    { at: moment(note.on, '19:10', place), act: () => write(house, at(), note) },
    ...(note.into ? [{ at: moment(note.into.on, '17:05'), act: () => intoGroup(house, at(), note) }] : []),
  ])
}

async function write(house: House, at: At, { by, box, words, reads }: DemoVisit['notes'][number]) {
  const { db } = house
  const person = await castPerson(house, by)
  const found = await findVisit(db, person, at)
  const place = { kind: noteKind, owner: noteOwner(found.visit.id, person.id), field: box }
  await inOne(db, async trx => {
    await putText(trx, place, words, person)
    if (reads !== 'me') await showNote(trx, found, person, box, reads)
  })
}

async function intoGroup(house: House, at: At, { by, box, words, into }: DemoVisit['notes'][number]) {
  const { db } = house
  const person = await castPerson(house, by)
  const found = await findVisit(db, person, at)
  const enquiry = await findEnquiry(db, person, into!.group)
  const note = { box: boxNamed(box)!, words, on: found.visit.firstOn! }
  await inOne(db, trx => putIntoGroup(trx, enquiry, person, found, note, { kind: 'observation', audience: 'group' }))
}

function wishDeeds(house: House): Deed[] {
  const ask = async () => {
    const person = await castPerson(house, wish.by)
    await inOne(house.db, trx => askForVisit(trx, { id: wish.network }, person, wish))
  }
  return [{ at: moment(wish.on, '20:15'), act: ask }]
}

function farDeeds(house: House): Deed[] {
  const { db } = house
  const made: Made = { id: '' }
  const at = () => ({ network: farVisit.network, visit: made.id })
  const plan = async () => {
    const {
      network,
      by,
      with: other,
      title,
      about,
      elsewhere,
      place,
      contact,
      programme,
      practical,
      day,
      lastDay,
    } = farVisit
    const person = await castPerson(house, by)
    const words = { title, about, elsewhere, place, contact, programme, practical }
    const when = { day, lastDay, starts: '08:15', ends: '15:30', places: 2 }
    made.id = await inOne(db, trx => planFarVisit(trx, { id: network }, person, { ...words, ...when }))
    const { visit } = await findVisit(db, person, at())
    await inOne(db, trx => addPerson(trx, visit, person, { person: other, standing: 'invited' }))
    for (const one of [by, other]) await come(house, at(), { by: one, on: '' })
  }
  const account = async () => {
    const person = await castPerson(house, farVisit.by)
    const { visit } = await findVisit(db, person, at())
    const place = { kind: accountKind, owner: visit.id, field: accountField }
    await inOne(db, async trx => {
      await putText(trx, place, farVisit.account, person)
      await shareAccount(trx, visit, person, 'report')
    })
  }
  return [
    { at: moment(farVisit.on, '17:45'), act: plan },
    ...noteDeeds(house, at, farVisit.notes),
    { at: moment(farVisit.accountOn, '18:30'), act: account },
  ]
}

function supportDeeds(house: House): Deed[] {
  const { db } = house
  const made: Made = { id: '' }
  const propose = async () => {
    const person = await castPerson(house, support.by)
    const { colleague, day, starts, ends, place, about } = support
    const words = { colleague, day, starts, ends, place, about }
    made.id = await inOne(db, trx => proposeSupport(trx, support.network, person, words))
  }
  const agree = async () => {
    const colleague = await castPerson(house, support.colleague)
    const { visit } = await findSupportingVisit(db, colleague, { id: made.id })
    const place = { kind: supportingKind, owner: visit.id, field: 'together' }
    await inOne(db, async trx => {
      await agreeToSupport(trx, visit, colleague)
      await putText(trx, place, support.together, colleague)
    })
  }
  return [
    { at: moment(support.on, '17:20'), act: propose },
    { at: moment(support.agreedOn, '07:55'), act: agree },
  ]
}
