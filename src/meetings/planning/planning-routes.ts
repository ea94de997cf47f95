import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { dayOf } from '../../web/now.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { circleOfGroup, findCircle } from '../circles/circles.js'
import { makeGroupCircle } from '../circles/making.js'
import { findMeeting } from '../meetings.js'
import '../pages.js'
import { mayChangeMeeting, mayPlan } from '../permissions.js'
import type { Circle } from '../tables.js'
import { ChangeForm, MeetingForm } from './forms.js'
import { changeMeeting, type MeetingTime, planMeeting } from './planning.js'
import { changingPage, formOfMeeting, planningPage, wordsOfMeeting } from './planning-pages.js'

/** Meetings are planned and changed. */
export function planningRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.get('/circles/:circle/meetings/new', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    allow(mayPlan(found), 'Those in the circle plan its meetings.')
    show(res, 'meetings/edit', await planningPage(db, found, formOf()))
  })

  routes.post('/circles/:circle/meetings', async (req, res) => {
    const found = await findCircle(db, signedIn(res), req.params.circle)
    const { person, circle } = found
    allow(mayPlan(found), 'Those in the circle plan its meetings.')
    const reading = read(MeetingForm, req.body)
    const page = await planningPage(db, found, reading.ok ? formOf() : reading.form)
    if (!reading.ok) return show(res.status(422), 'meetings/edit', page)
    const { time, together, ...typed } = reading.values
    const words = wordsOfMeeting(typed, page)
    const id = await inOne(db, trx => planMeeting(trx, circle, person, words, time, { withCircles: together }))
    await afterPlanning(res, id, circle, time)
  })

  // A group plans its first meeting here; from then on it has a circle of its own.
  routes.post('/groups/:group/meetings', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(enquiry.standing.member && enquiry.closedAt === null, 'Those in the group plan its meetings.')
    const circle =
      (await circleOfGroup(db, enquiry.groupId)) ?? (await inOne(db, trx => makeGroupCircle(trx, enquiry, person)))
    res.redirect(303, `/circles/${circle.id}/meetings/new`)
  })

  routes.get('/meetings/:meeting/edit', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting changes it.')
    show(res, 'meetings/edit', await changingPage(db, found, formOfMeeting(found)))
  })

  routes.post('/meetings/:meeting', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { person, meeting, address } = found
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting changes it.')
    const reading = read(ChangeForm, req.body)
    const page = await changingPage(db, found, reading.ok ? formOf() : reading.form)
    if (!reading.ok) return show(res.status(422), 'meetings/edit', page)
    const { together, ...typed } = reading.values
    await inOne(db, trx => changeMeeting(trx, meeting, person, wordsOfMeeting(typed, page), together))
    await tell(db, res, 'The meeting is saved.')
    res.redirect(303, address)
  })

  async function afterPlanning(res: Response, id: string, { networkId }: Circle, time: MeetingTime | null) {
    const sentence = `The meeting is planned. ${heardBy(mail).tells('everybody who is asked to come')}`
    if (time) await tellOfDays(db, res, networkId, sentence, [dayOf(time.startsAt)])
    res.redirect(303, time ? `/meetings/${id}` : `/meetings/${id}/dates`)
  }

  return routes
}
