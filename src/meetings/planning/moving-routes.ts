import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { dayOf } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { askedTo } from '../attending/attending.js'
import { topOf } from '../circles/circle-page.js'
import { findMeeting, type FoundMeeting } from '../meetings.js'
import '../pages.js'
import { mayChangeMeeting } from '../permissions.js'
import { whenInWords } from '../words.js'
import { CancelForm, MovingForm } from './forms.js'
import { cancelMeeting, moveMeeting } from './planning.js'
import { formOfTime } from './planning-pages.js'

/** Meetings are moved to another time, and cancelled. */
export function movingRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/meetings/:meeting' as const

  routes.get(`${at}/moving`, async (req, res) => {
    const found = await findToChange(db, signedIn(res), req.params.meeting)
    show(res, 'meetings/moving', movingPage(found, formOfTime(found.meeting)))
  })

  routes.post(`${at}/moving`, async (req, res) => {
    const found = await findToChange(db, signedIn(res), req.params.meeting)
    const reading = read(MovingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'meetings/moving', movingPage(found, reading.form))
    const { time } = reading.values
    if (!time) throw new Conflict('Choose a day and a time.')
    await inOne(db, trx => moveMeeting(trx, found.meeting, found.person, time))
    const sentence = `The meeting is moved. ${heardBy(mail).tells('everybody who is asked to come')}`
    await tellOfDays(db, res, found.meeting.networkId, sentence, [dayOf(time.startsAt)])
    res.redirect(303, found.address)
  })

  routes.get(`${at}/cancellation`, async (req, res) => {
    const found = await findToChange(db, signedIn(res), req.params.meeting)
    show(res, 'meetings/cancelling', await cancellingPage(db, found, formOf()))
  })

  routes.post(`${at}/cancellation`, async (req, res) => {
    const found = await findToChange(db, signedIn(res), req.params.meeting)
    const reading = read(CancelForm, req.body)
    if (!reading.ok) return show(res.status(422), 'meetings/cancelling', await cancellingPage(db, found, reading.form))
    await inOne(db, trx => cancelMeeting(trx, found.meeting, found.person, reading.values.because))
    await tell(
      db,
      res,
      `The meeting is cancelled. ${heardBy(mail).tells('everybody who was asked, with your reason,')}`,
    )
    res.redirect(303, found.address)
  })

  return routes
}

async function findToChange(db: Db, person: FoundMeeting['person'], id: string): Promise<FoundMeeting> {
  const found = await findMeeting(db, person, id)
  allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting changes it.')
  if (found.meeting.minutesOpenedAt) throw new Conflict('This meeting was held: its minutes are open already.')
  return found
}

function movingPage(found: FoundMeeting, form: FormState) {
  const { address, meeting } = found
  return {
    ...topOf(found, `Move “${meeting.title}”`),
    ...{ address: `${address}/moving`, back: address, form, when: whenInWords(meeting) },
  }
}

async function cancellingPage(db: Db, found: FoundMeeting, form: FormState) {
  const { address, meeting, circles } = found
  const who = (await askedTo(db, meeting, circles)).map(one => one.name)
  return {
    ...topOf(found, `Cancel “${meeting.title}”`),
    ...{ address: `${address}/cancellation`, back: address, form, who },
  }
}
