import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { openSlotAsHost } from '../finding.js'
import { AttendanceForm } from '../forms.js'
import '../pages.js'
import { programmeLines } from '../programme.js'
import { whenInWords } from '../times.js'
import { shownSlot } from '../visit-page.js'
import { bookingsOf } from '../visits.js'
import { sayWhoCame } from './hosting.js'

/** What the office needs on the day: a sheet of who comes; and afterwards, who came. */
export function officeRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/:visit/slots/:slot' as const

  routes.get(`${at}/sheet`, async (req, res) => {
    const { slot, ...there } = await openSlotAsHost(db, signedIn(res), req.params)
    const { visit, school } = there.found
    const shown = shownSlot(there, slot, await bookingsOf(db, visit.id), true)
    const coming = (shown.people ?? []).filter(one => one.state === 'booked')
    show(res, 'visits/sheet', {
      title: `Visitors on ${whenInWords(slot)}`,
      head: there.head,
      listAddress: there.listAddress,
      address: there.address,
      visit,
      slot: shown,
      school: school && { name: school.name, safeguarding: school.safeguardingContact },
      programme: programmeLines(visit.programme),
      coming,
      number: coming.reduce((sum, one) => sum + one.people, 0),
    })
  })

  routes.get(`${at}/attendance`, async (req, res) => {
    const { slot, ...there } = await openSlotAsHost(db, signedIn(res), req.params)
    allow(slot.day <= today(), 'Who came can be said from that day on.')
    const bookings = (await bookingsOf(db, there.found.visit.id)).filter(
      one => one.slotId === slot.id && one.state === 'booked',
    )
    const came = bookings.filter(one => one.missedAt === null).map(one => one.id)
    show(res, 'visits/attendance', {
      title: 'Who came?',
      head: there.head,
      listAddress: there.listAddress,
      address: there.address,
      visit: there.found.visit,
      slot: { id: slot.id, when: whenInWords(slot) },
      coming: (shownSlot(there, slot, bookings, true).people ?? []).filter(one => one.state === 'booked'),
      form: formOf({ came }),
    })
  })

  routes.post(`${at}/attendance`, async (req, res) => {
    const { slot, person, found, address } = await openSlotAsHost(db, signedIn(res), req.params)
    allow(slot.day <= today(), 'Who came can be said from that day on.')
    const { came } = wellRead(read(AttendanceForm, req.body))
    await inOne(db, trx => sayWhoCame(trx, found.visit, slot, person, came))
    await tell(db, res, 'Thank you. Who came is written down.')
    res.redirect(303, address)
  })

  return routes
}
