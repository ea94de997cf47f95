import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findItemToMinute } from '../agenda/finding.js'
import { attendersOf } from '../attending/attending.js'
import { topOf } from '../circles/circle-page.js'
import type { FoundMeeting } from '../meetings.js'
import type { RecordPage } from '../pages.js'
import { mayRecord } from '../permissions.js'
import { recordDecision } from './decisions.js'
import { ActionForm, DecisionForm } from './forms.js'
import { agreeMeetingAction } from './meeting-actions.js'

const whatWeAgreed = 'What we agreed to do'
const writes = 'Those in the circle write decisions down, until the minutes are agreed.'

/** What is decided and agreed at a meeting is written down under its item. */
export function recordRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/meetings/:meeting/items/:item' as const

  routes.post(`${at}/decisions`, async (req, res) => {
    const { found, item } = await findItemToMinute(db, signedIn(res), req.params)
    const { person, meeting, circles, address } = found
    allow(mayRecord(found, item), writes)
    const reading = read(DecisionForm, req.body)
    if (!reading.ok) {
      const where = `${address}/items/${item.id}/decisions`
      const page = await recordPage(db, found, 'Record a decision', where, reading.form)
      return show(res.status(422), 'meetings/decision-edit', page)
    }
    const { circle, ...words } = reading.values
    const circleId = circles.find(one => one.id === circle)?.id ?? meeting.circleId
    await inOne(db, trx => recordDecision(trx, meeting, person, { ...words, circleId, itemId: item.id }))
    await tell(db, res, 'The decision is recorded.')
    res.redirect(303, `${address}/minutes#item-${item.id}`)
  })

  // Where the circle is large, who sees to it is chosen on a page of its own, not under each item.
  routes.get(`${at}/actions`, async (req, res) => {
    const { found, item } = await findItemToMinute(db, signedIn(res), req.params)
    allow(mayRecord(found, item), writes)
    const form = formOf({ dueOn: await inDaysOfSchool(db, found.meeting.networkId, 28) })
    const where = `${found.address}/items/${item.id}/actions`
    show(res, 'meetings/action-edit', await recordPage(db, found, whatWeAgreed, where, form))
  })

  routes.post(`${at}/actions`, async (req, res) => {
    const { found, item } = await findItemToMinute(db, signedIn(res), req.params)
    const { person, meeting, address } = found
    allow(mayRecord(found, item), writes)
    const reading = read(ActionForm, req.body)
    const where = `${address}/items/${item.id}/actions`
    const page = await recordPage(db, found, whatWeAgreed, where, reading.ok ? formOf(req.body) : reading.form)
    if (!reading.ok) return show(res.status(422), 'meetings/action-edit', page)
    const { owner, ...words } = reading.values
    if (!page.people.some(one => one.value === owner)) {
      addMistake(page.form, 'owner', 'Choose somebody who is asked to this meeting')
      return show(res.status(422), 'meetings/action-edit', page)
    }
    const given = { ...words, ownerId: owner, circleId: meeting.circleId, itemId: item.id }
    await inOne(db, trx => agreeMeetingAction(trx, meeting, person, given))
    const sentence = 'It is written down, and stands on their day until it is done.'
    await tellOfDays(db, res, meeting.networkId, sentence, [words.dueOn])
    res.redirect(303, `${address}/minutes#item-${item.id}`)
  })

  return routes
}

async function recordPage(
  db: Db,
  found: FoundMeeting,
  title: string,
  address: string,
  form: FormState,
): Promise<RecordPage> {
  const people = await attendersOf(db, found.meeting, found.circles)
  return {
    ...topOf(found, title),
    ...{ over: found.meeting.title, address, back: `${found.address}/minutes`, form, button: 'Save' },
    people: people.map(({ id, name }) => ({ value: id, text: name })),
    circles: found.circles.map(({ id, name }) => ({ value: id, text: name })),
  }
}
