import { Router } from 'express'
import { actionInView, findAction, type FoundAction } from '../actions/actions.js'
import { schoolsFor } from '../actions/schools.js'
import { cycleAsked } from '../claims/cycle.js'
import { begun } from '../claims/sure.js'
import { type Db, inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf, stageAddress } from '../enquiries/head.js'
import { allow, NotFound } from '../errors.js'
import { cardOf } from '../evidence/listing/cards.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { sendCsv } from '../web/csv.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { effectColumns, effectLines } from './columns.js'
import { effectAt, type EffectInView, effectsOf } from './effects.js'
import { EffectForm } from './forms.js'
import { judgeEffect } from './judging.js'
import type { JudgePage } from './pages.js'
import { mayJudgeEffect, mayJudgeEffectsIn } from './permissions.js'
import { piecesToRestOn } from './pieces-to-rest-on.js'
import { judgements, sureOfAnEffect, whom } from './words.js'

/** What difference the actions made: the grid, and each effect by itself. */
export function evaluationRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/evaluation', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
    show(res, 'evaluation/index', {
      title: `What difference it made: ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/actions${cycle}`, text: 'Actions' }),
      head: headOf(enquiry, 'actions'),
      grid: await effectsOf(db, person, enquiry),
      inside: enquiry.standing.member,
      may: { judge: mayJudgeEffectsIn(enquiry) },
      csv: `/groups/${enquiry.groupId}/evaluation.csv${cycle}`,
      actions: `/groups/${enquiry.groupId}/actions${cycle}`,
      stage: enquiry.standing.member ? stageAddress(enquiry, 'evaluation') : '',
    })
  })

  routes.get('/groups/:group/evaluation.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const grid = await effectsOf(db, person, enquiry)
    sendCsv(res, `${enquiry.groupId}-evaluation`, effectColumns, effectLines(grid))
  })

  routes.get('/actions/:action/effects/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    const effect = await effectAt(db, person, action, req.params.school)
    const place = await placeOf(db, person, action, req.params.school, effect)
    if (mayJudgeEffect(action)) {
      const form = formOf(
        effect
          ? { ...effect, forWhom: effect.forWhom.split(', '), evidence: effect.evidence.map(piece => piece.id) }
          : { whatHappened: place.whatHappened, version: 0 },
      )
      return show(res, 'evaluation/judge', await judgePage(db, person, action, place, form, effect))
    }
    const pieces = (effect?.evidence ?? []).map(piece => cardOf(piece, person))
    show(res, 'evaluation/effect', { ...place, effect: effect ?? null, pieces })
  })

  routes.post('/actions/:action/effects/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    allow(mayJudgeEffect(action))
    const effect = await effectAt(db, person, action, req.params.school)
    const place = await placeOf(db, person, action, req.params.school, effect)
    const reading = read(EffectForm, req.body)
    if (!reading.ok) {
      const page = await judgePage(db, person, action, place, reading.form, effect)
      return show(res.status(422), 'evaluation/judge', page)
    }
    if (!(await inOne(db, trx => judgeEffect(trx, action, place.school.id, person, reading.values)))) {
      const form = addMistake(
        formOf({ ...(req.body as object), version: effect?.version ?? 0 }),
        'judgement',
        'Somebody else has said what happened here since you opened it. Read theirs, and then save what should stand.',
      )
      const page = await judgePage(db, person, action, place, form, effect)
      return show(res.status(409), 'evaluation/judge', { ...page, theirs: effect ?? null })
    }
    await tell(db, res, `What A${action.number} did at ${place.school.name} is saved.`)
    res.redirect(303, `${place.grid}#effect-${action.id}-${place.school.id}`)
  })

  return routes
}

/** @throws NotFound unless the school can try the action, or has been judged before */
async function placeOf(db: Db, person: Reader, action: FoundAction, schoolId: string, effect?: EffectInView) {
  const { enquiry } = action
  const offered = await schoolsFor(db, enquiry, action.id)
  const school = offered.find(one => one.id === schoolId)
  if (!school && !effect) throw new NotFound('school on this action')
  const inView = await actionInView(db, person, action)
  const card = inView.schools.find(one => one.schoolId === schoolId)
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  const grid = `/groups/${enquiry.groupId}/evaluation${cycle}`
  const { school: called } = enquiry.names
  const named = school
    ? { ...school, name: called(school) }
    : { id: schoolId, name: card?.name ?? 'A school that has left' }
  return {
    title: `What A${action.number} did at ${named.name}`,
    breadcrumbs: crumbsOf(enquiry, { href: grid, text: 'Evaluation' }),
    head: headOf(enquiry, 'actions'),
    action: inView,
    school: named,
    adaptation: card?.adaptation ?? '',
    whatHappened: card?.whatHappened ?? '',
    grid,
  }
}

async function judgePage(
  db: Db,
  person: Reader,
  action: FoundAction,
  place: Awaited<ReturnType<typeof placeOf>>,
  form: FormState,
  effect?: EffectInView,
): Promise<JudgePage> {
  return {
    ...place,
    form,
    judgements: judgements.map(value => ({ value, text: begun(value) })),
    sure: sureOfAnEffect,
    whom: whom.map(value => ({ value, text: begun(value) })),
    pieces: await piecesToRestOn(db, person, place.action, place.school.id, effect?.evidence ?? []),
    theirs: null,
  }
}
