import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { openVisit } from '../finding.js'
import { BookingForm, Nothing } from '../forms.js'
import '../pages.js'
import { hindranceToBook, mayBook } from '../permissions.js'
import { bookingsOf, findSlot } from '../visits.js'
import { bookingPage } from './booking-page.js'
import { book, giveBack } from './booking.js'

const outcome = {
  booked: 'You are booked in.',
  asked: 'A place is held for you, and your head is asked.',
  waiting: 'This day is full. You are on the waiting list, and move up by yourself when a place comes free.',
} as Record<string, string>

/** Somebody says that they come, and that they do not after all. */
export function bookingRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/:visit' as const

  routes.get(`${at}/slots/:slot/booking`, async (req, res) => {
    const there = await openVisit(db, signedIn(res), req.params)
    const slot = await findSlot(db, there.found.visit, req.params.slot)
    allow(mayBook(there.person, there.found, slot), whyNot(there, slot))
    show(res, 'visits/booking', await bookingPage(db, there, slot, formOf({ people: '1' })))
  })

  routes.post(`${at}/slots/:slot/booking`, async (req, res) => {
    const there = await openVisit(db, signedIn(res), req.params)
    const { person, found, address } = there
    const slot = await findSlot(db, found.visit, req.params.slot)
    allow(mayBook(person, found, slot), whyNot(there, slot))
    const reading = read(BookingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/booking', await bookingPage(db, there, slot, reading.form))
    const { people, school, alongside } = reading.values
    const schools = person.schoolsIn(found.visit.networkId)
    const form = formOf(req.body)
    if (people > slot.places)
      addMistake(form, 'people', `There is room for ${plural(slot.places, 'visitor', 'visitors')} on this day`)
    if (school && !schools.includes(school)) addMistake(form, 'school', 'Choose a school that you work in')
    if (form.summary.length > 0)
      return show(res.status(422), 'visits/booking', await bookingPage(db, there, slot, form))
    const wish = { schoolId: school || (schools[0] ?? null), people, alongside }
    const state = await inOne(db, trx => book(trx, found.visit, slot, person, wish))
    await tell(db, res, state === 'asked' ? `${outcome[state]} ${heardBy(mail).answer()}` : outcome[state]!)
    res.redirect(303, address)
  })

  routes.post(`${at}/bookings/:booking/cancellation`, async (req, res) => {
    const { person, found, address } = await openVisit(db, signedIn(res), req.params)
    const booking = (await bookingsOf(db, found.visit.id)).find(one => one.id === req.params.booking)
    if (!booking || booking.personId !== person.id) throw new NotFound('booking')
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => giveBack(trx, found.visit, booking, person, 'cancelled'))
    await tell(db, res, 'You have given your place back.')
    res.redirect(303, address)
  })

  return routes
}

function whyNot({ person, found }: Awaited<ReturnType<typeof openVisit>>, slot: Parameters<typeof hindranceToBook>[2]) {
  return hindranceToBook(person, found, slot) ?? 'You host this visit, so you are there already.'
}
