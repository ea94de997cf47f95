import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { clockOf, dayOf } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { topOf } from '../circles/circle-page.js'
import { findMeeting, type FoundMeeting } from '../meetings.js'
import { meetingPage } from '../meeting-page.js'
import '../pages.js'
import { isAsked, mayChangeMeeting } from '../permissions.js'
import type { Brought } from '../../room.js'
import { chooseDate, offerDates, offeredDates, sayWhen } from './dates.js'
import { DatesForm, mostDates } from './forms.js'
import { readAnswers } from './answers.js'

/** A date is found: several are offered, everybody says which they can, and the one that most can is taken. */
export function dateRoutes({ db, mail }: House, brought: Pick<Brought, 'inTheYear' | 'searchables'>): Router {
  const routes = Router()
  const at = '/meetings/:meeting/dates' as const

  routes.get(at, async (req, res) => {
    const found = await findWithoutDate(db, signedIn(res), req.params.meeting)
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting offers the dates.')
    const values: Record<string, string> = {}
    for (const [place, { startsAt, endsAt }] of (await offeredDates(db, found.meeting)).entries()) {
      values[`on${place + 1}`] = dayOf(startsAt)
      values[`starts${place + 1}`] = clockOf(startsAt)
      values[`ends${place + 1}`] = clockOf(endsAt)
    }
    show(res, 'meetings/dates', datesPage(found, formOf(values)))
  })

  routes.post(at, async (req, res) => {
    const found = await findWithoutDate(db, signedIn(res), req.params.meeting)
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting offers the dates.')
    const reading = read(DatesForm, req.body)
    if (!reading.ok) return show(res.status(422), 'meetings/dates', datesPage(found, reading.form))
    await inOne(db, trx => offerDates(trx, found.meeting, found.person, reading.values))
    const sentence = `The dates are offered. ${heardBy(mail).tells('everybody who is asked to come', 'it waits on Your day')}`
    const days = reading.values.map(one => dayOf(one.startsAt))
    await tellOfDays(db, res, found.meeting.networkId, sentence, days)
    res.redirect(303, found.address)
  })

  routes.post(`${at}/answers`, async (req, res) => {
    const found = await findWithoutDate(db, signedIn(res), req.params.meeting)
    allow(isAsked(found) && found.meeting.cancelledAt === null)
    const reading = readAnswers(req.body, await offeredDates(db, found.meeting))
    if (!reading.ok) {
      const page = await meetingPage(db, found, brought, reading.form)
      return show(res.status(422), 'meetings/show', page)
    }
    await inOne(db, trx => sayWhen(trx, found.meeting, found.person, reading.values))
    await tell(db, res, 'Thank you. You will hear which date it is.')
    res.redirect(303, found.address)
  })

  routes.post(`${at}/:date/choice`, async (req, res) => {
    const found = await findWithoutDate(db, signedIn(res), req.params.meeting)
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting chooses the date.')
    await inOne(db, trx => chooseDate(trx, found.meeting, found.person, req.params.date))
    await tell(db, res, `The date is set. ${heardBy(mail).tells('everybody who is asked to come')}`)
    res.redirect(303, found.address)
  })

  return routes
}

async function findWithoutDate(db: Db, person: FoundMeeting['person'], id: string): Promise<FoundMeeting> {
  const found = await findMeeting(db, person, id)
  if (found.meeting.startsAt !== null) throw new Conflict('This meeting has a date already. Move it instead.')
  return found
}

function datesPage(found: FoundMeeting, form: FormState) {
  const { address, meeting } = found
  return {
    ...topOf(found, `Offer dates: ${meeting.title}`),
    ...{ address: `${address}/dates`, back: address, form, most: mostDates },
  }
}
