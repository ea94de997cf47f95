import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { topOf } from '../circles/circle-page.js'
import { placeOf } from '../circles/circles.js'
import { findMeeting } from '../meetings.js'
import type { MeetingActionPage } from '../pages.js'
import { mayConduct } from '../permissions.js'
import { reachOf } from '../reach.js'
import { DayForm, SettleForm } from './forms.js'
import {
  findMeetingAction,
  type MeetingActionShown,
  putOffMeetingAction,
  settleMeetingAction,
} from './meeting-actions.js'

const owners = 'Whoever it was agreed with says what came of it.'

/** What somebody agreed to do: done with a word on what came of it, dropped with a reason, or put off to another day. */
export function meetingActionRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/meeting-actions/:action' as const

  routes.get(at, async (req, res) => {
    show(res, 'meetings/action', await actionPage(db, signedIn(res), req.params.action))
  })

  routes.post(`${at}/settlement`, async (req, res) => {
    const person = signedIn(res)
    const reading = read(SettleForm, req.body)
    const page = await actionPage(db, person, req.params.action, reading.ok ? undefined : reading.form)
    allow(page.may.settle, owners)
    if (!reading.ok) return show(res.status(422), 'meetings/action', page)
    const { settled, outcome } = reading.values
    await inOne(db, trx => settleMeetingAction(trx, page.action, person, settled, outcome))
    await tell(db, res, settled === 'done' ? 'It is done. The circle reads what came of it.' : 'It is dropped.')
    res.redirect(303, page.address)
  })

  routes.post(`${at}/day`, async (req, res) => {
    const person = signedIn(res)
    const reading = read(DayForm, req.body)
    const page = await actionPage(db, person, req.params.action, reading.ok ? undefined : reading.form)
    allow(page.may.settle, owners)
    if (!reading.ok) return show(res.status(422), 'meetings/action', page)
    await inOne(db, trx => putOffMeetingAction(trx, page.action, reading.values.dueOn))
    await tellOfDays(db, res, page.action.networkId, 'It has another day.', [reading.values.dueOn])
    res.redirect(303, page.address)
  })

  return routes
}

async function actionPage(db: Db, person: Reader, id: string, form?: FormState): Promise<MeetingActionPage> {
  const action = await findMeetingAction(db, person, id)
  const there = await placeOf(db, person, await reachOf(db, person), action)
  return {
    ...topOf(there, action.what),
    ...{ action, address: `/meeting-actions/${action.id}`, back: `/meetings/${action.meetingId}`, over: action.circle },
    form: form ?? formOf({ dueOn: action.dueOn, settled: 'done' }),
    may: { settle: action.settledAt === null && (await maySettle(db, person, action)) },
  }
}

/** The owner; and whoever looks after its meeting, for an owner who is not there any more. */
async function maySettle(db: Db, person: Reader, action: MeetingActionShown): Promise<boolean> {
  if (action.ownerId === person.id) return true
  return mayConduct(await findMeeting(db, person, action.meetingId))
}
