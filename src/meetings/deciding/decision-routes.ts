import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findItem } from '../agenda/agenda.js'
import { topOf } from '../circles/circle-page.js'
import { findMeeting } from '../meetings.js'
import type { DecisionPage } from '../pages.js'
import { mayConduct, mayRecord } from '../permissions.js'
import {
  changeDecision,
  decisionsFor,
  type DecisionShown,
  findDecision,
  removeDecision,
  supersede,
} from './decisions.js'
import { DecisionForm, SupersedeForm } from './forms.js'

/** One decision: why, where, and what stands in its place now. */
export function decisionRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/decisions/:decision' as const

  routes.get(at, async (req, res) => {
    const { page } = await decisionPage(db, signedIn(res), req.params.decision)
    show(res, 'meetings/decision', page)
  })

  routes.post(at, async (req, res) => {
    const person = signedIn(res)
    const reading = read(DecisionForm, req.body)
    const { page, decision } = await decisionPage(
      db,
      person,
      req.params.decision,
      reading.ok ? undefined : reading.form,
    )
    allow(page.may.change, 'Decisions can be worded anew until the minutes are agreed.')
    if (!reading.ok) return show(res.status(422), 'meetings/decision', page)
    const { decision: words, reason } = reading.values
    await inOne(db, trx => changeDecision(trx, decision, person, { decision: words, reason }))
    await tell(db, res, 'The decision is saved.')
    res.redirect(303, page.back)
  })

  routes.post(`${at}/removal`, async (req, res) => {
    const person = signedIn(res)
    const { page, decision } = await decisionPage(db, person, req.params.decision)
    allow(page.may.change, 'Decisions can be taken out until the minutes are agreed.')
    await inOne(db, trx => removeDecision(trx, decision, person))
    await tell(db, res, `${decision.label} is out of the minutes. Its number is not given again.`)
    res.redirect(303, page.back)
  })

  routes.post(`${at}/supersession`, async (req, res) => {
    const person = signedIn(res)
    const reading = read(SupersedeForm, req.body)
    const { page, decision } = await decisionPage(
      db,
      person,
      req.params.decision,
      reading.ok ? undefined : reading.form,
    )
    allow(page.may.supersede, 'Whoever looks after the circle says which decision stands in the place of another.')
    if (!reading.ok) return show(res.status(422), 'meetings/decision', page)
    if (!page.later.some(one => one.value === reading.values.by)) {
      addMistake(page.form, 'by', 'Choose one of the later decisions')
      return show(res.status(422), 'meetings/decision', page)
    }
    const by = await findDecision(db, person, reading.values.by)
    await inOne(db, trx => supersede(trx, decision, person, by))
    await tell(db, res, `${by.label} stands in the place of ${decision.label} now.`)
    res.redirect(303, page.address)
  })

  return routes
}

async function decisionPage(
  db: Db,
  person: Reader,
  id: string,
  form?: FormState,
): Promise<{ page: DecisionPage; decision: DecisionShown }> {
  const decision = await findDecision(db, person, id)
  const found = await findMeeting(db, person, decision.meetingId).catch((error: unknown) => {
    throw error instanceof NotFound ? new Conflict('The meeting of this decision is not there any more.') : error
  })
  const item = await findItem(db, found.meeting, decision.itemId)
  const all = await decisionsFor(db, person, found.reach, { circleId: decision.circleId })
  const own = { decision: decision.decision, reason: decision.reason }
  const page = {
    ...topOf(found, `${decision.label}: ${decision.decision}`),
    ...{ decision, address: `/decisions/${decision.id}`, back: `${found.address}/minutes#item-${item.id}` },
    over: decision.circle,
    later: all
      .filter(one => one.number > decision.number && one.confidential <= decision.confidential)
      .slice(0, 200)
      .map(one => ({ value: one.id, text: `${one.label}: ${one.decision}` })),
    earlier: all.filter(one => one.supersededBy === decision.id),
    newer: all.some(one => one.id === decision.supersededBy) ? `/decisions/${decision.supersededBy}` : null,
    form: form ?? formOf(own),
    may: {
      supersede: decision.supersededBy === null && mayConduct(found) && found.meeting.minutesAgreedAt !== null,
      change: mayRecord(found, item),
    },
  }
  return { page, decision }
}
