import { type Request, type Response, Router } from 'express'
import { allow, Conflict, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { isStage, type Stage, stageKeys, stageNamed, stages } from '../stages.js'
import { queried } from '../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { beginNextCycle, type CarryForward } from './beginning-next-cycle.js'
import { type Enquiry, findEnquiry } from './enquiry.js'
import { finishCycle } from './finishing.js'
import { FinishForm, MoveForm, NextCycleForm, QuestionForm } from './forms.js'
import { crumbsOf, headOf, stageAddress } from './head.js'
import { isReturn, moveStage } from './moving-stage.js'
import { needsOf } from './needs.js'
import {
  mayBeginNextCycle,
  mayFinishCycle,
  mayMoveStage,
  mayReadHistory,
  mayReadStage,
  mayReviseQuestion,
} from './permissions.js'
import { reviseQuestion } from './question.js'
import { movesOf } from './records.js'
import { decisions } from './stage-fields.js'
import type { StagePart } from './stage-parts.js'

/** How a cycle goes its way: the question in new words, on and back, finished, and the next one begun. */
export function cycleRoutes({ db }: House, parts: StagePart[], carryForward: CarryForward[]): Router {
  const routes = Router()

  async function keeping(req: Request<{ group: string }>, res: Response, may: (enquiry: Enquiry) => boolean) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(may(enquiry), 'The lead learner of the group does this, while the cycle is open.')
    return { person, enquiry }
  }

  routes.get('/groups/:group/question', async (req, res) => {
    const { enquiry } = await keeping(req, res, mayReviseQuestion)
    show(res, 'enquiries/question', questionPage(enquiry, formOf({ question: enquiry.question })))
  })

  routes.post('/groups/:group/question', async (req, res) => {
    const { person, enquiry } = await keeping(req, res, mayReviseQuestion)
    const { was, ...body } = (req.body ?? {}) as Record<string, unknown>
    const reading = read(QuestionForm, body)
    if (!reading.ok) return show(res.status(422), 'enquiries/question', questionPage(enquiry, reading.form))
    if (typeof was === 'string' && was !== enquiry.question) {
      const form = addMistake(
        formOf(body),
        'question',
        `It was revised meanwhile and now asks: “${enquiry.question}” Yours is kept here; save again to put it in its place.`,
      )
      return show(res.status(409), 'enquiries/question', questionPage(enquiry, form))
    }
    await reviseQuestion(db, enquiry, person, reading.values)
    await tell(db, res, 'The question is revised. What it asked before stays in the history.')
    res.redirect(303, stageAddress(enquiry, 'purpose'))
  })

  const movePage = async (enquiry: Enquiry, to: Stage | null, form: FormState) => {
    const returning = to === null || isReturn(enquiry.stage, to)
    return {
      title: to ? `${returning ? 'Go back' : 'Move on'} to ${stageNamed(to).name}` : 'Go back to an earlier stage',
      breadcrumbs: crumbsOf(enquiry, {
        href: stageAddress(enquiry, enquiry.stage),
        text: stageNamed(enquiry.stage).name,
      }),
      head: headOf(enquiry, 'move'),
      form,
      address: `/groups/${enquiry.groupId}/moves`,
      from: stageNamed(enquiry.stage),
      to: to ? stageNamed(to) : null,
      choices: stages.slice(0, stageKeys.indexOf(enquiry.stage)).map(stage => ({ value: stage.key, text: stage.name })),
      returning,
      unmet: returning ? [] : (await needsOf(db, enquiry, enquiry.stage, parts)).filter(need => !need.met),
    }
  }

  routes.get('/groups/:group/moves/new', async (req, res) => {
    const { enquiry } = await keeping(req, res, mayMoveStage)
    const to = queried(req, 'to')
    if (to !== '' && !isStage(to)) throw new NotFound('stage')
    if (to === enquiry.stage) return res.redirect(303, stageAddress(enquiry, to))
    show(res, 'enquiries/move', await movePage(enquiry, to === '' ? null : to, formOf({ to })))
  })

  routes.post('/groups/:group/moves', async (req, res) => {
    const { person, enquiry } = await keeping(req, res, mayMoveStage)
    const reading = read(MoveForm, req.body)
    if (!reading.ok) {
      const to = String(reading.form.values.to ?? '')
      const chosen = isStage(to) && to !== enquiry.stage && !isReturn(enquiry.stage, to) ? to : null
      return show(res.status(422), 'enquiries/move', await movePage(enquiry, chosen, reading.form))
    }
    const { to, sentence } = reading.values
    await moveStage(db, enquiry, person, to, sentence)
    await tell(db, res, `The group is at ${stageNamed(to).name} now.`)
    res.redirect(303, stageAddress(enquiry, to))
  })

  const finishingPage = async (enquiry: Enquiry, form: FormState) => ({
    title: 'Finish this cycle',
    breadcrumbs: crumbsOf(enquiry, { href: stageAddress(enquiry, 'evaluation'), text: 'Evaluation' }),
    head: headOf(enquiry, 'move'),
    form,
    address: `/groups/${enquiry.groupId}/finishing`,
    decisions: decisions.map(({ decision, text, hint }) => ({ value: decision, text, hint })),
    unmet: (await needsOf(db, enquiry, 'evaluation', parts)).filter(need => !need.met),
  })

  routes.get('/groups/:group/finishing', async (req, res) => {
    const { enquiry } = await keeping(req, res, mayFinishCycle)
    if (enquiry.stage !== 'evaluation')
      throw new Conflict('A cycle is finished at its evaluation. Move on to it first.')
    show(res, 'enquiries/finishing', await finishingPage(enquiry, formOf()))
  })

  routes.post('/groups/:group/finishing', async (req, res) => {
    const { person, enquiry } = await keeping(req, res, mayFinishCycle)
    const reading = read(FinishForm, req.body)
    if (!reading.ok) return show(res.status(422), 'enquiries/finishing', await finishingPage(enquiry, reading.form))
    await finishCycle(db, enquiry, person, reading.values)
    await tell(db, res, 'This cycle is finished. Thank you for what you found out.')
    res.redirect(303, `/groups/${enquiry.groupId}`)
  })

  routes.get('/groups/:group/cycles/new', async (req, res) => {
    const { enquiry } = await keeping(req, res, mayBeginNextCycle)
    show(res, 'enquiries/next-cycle', nextCyclePage(enquiry, formOf({ question: enquiry.question })))
  })

  routes.post('/groups/:group/cycles', async (req, res) => {
    const { person, enquiry } = await keeping(req, res, mayBeginNextCycle)
    const reading = read(NextCycleForm, req.body)
    if (!reading.ok) return show(res.status(422), 'enquiries/next-cycle', nextCyclePage(enquiry, reading.form))
    const { cycle } = await beginNextCycle(db, enquiry, person, reading.values.question, carryForward)
    await tell(db, res, `Cycle ${cycle} has begun.`)
    res.redirect(303, `/groups/${enquiry.groupId}`)
  })

  routes.get('/groups/:group/cycles/:cycle', async (req, res) => {
    const person = signedIn(res)
    if (!/^\d{1,3}$/.test(req.params.cycle)) throw new NotFound('cycle')
    const enquiry = await findEnquiry(db, person, req.params.group, Number(req.params.cycle))
    const facts = await db
      .selectFrom('enquiries')
      .select(['finishedAt', 'decision', 'decidedBecause'])
      .where('id', '=', enquiry.id)
      .executeTakeFirstOrThrow()
    const moves = mayReadHistory(enquiry) ? await movesOf(db, enquiry.id) : []
    show(res, 'enquiries/cycle', {
      title: `Cycle ${enquiry.cycle}, ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'stages'),
      began: enquiry.beganAt,
      finished: facts.finishedAt,
      decision: facts.decision,
      because: facts.decidedBecause,
      moves: moves.map(({ fromStage, toStage, sentence, name, movedAt }) => ({
        from: stageNamed(fromStage).name,
        to: stageNamed(toStage).name,
        returning: isReturn(fromStage as Stage, toStage as Stage),
        sentence,
        name,
        movedAt,
      })),
      stages: stages
        .filter(stage => mayReadStage(enquiry, stage.key))
        .map(({ key, name, question }) => ({ name, question, href: stageAddress(enquiry, key) })),
    })
  })

  return routes
}

function questionPage(enquiry: Enquiry, form: FormState) {
  form.values.was = enquiry.question
  return {
    title: 'Revise the question',
    breadcrumbs: crumbsOf(enquiry, { href: stageAddress(enquiry, 'purpose'), text: 'Purpose' }),
    head: headOf(enquiry, 'move'),
    form,
    address: `/groups/${enquiry.groupId}/question`,
    back: stageAddress(enquiry, 'purpose'),
  }
}

function nextCyclePage(enquiry: Enquiry, form: FormState) {
  return {
    title: 'Begin the next cycle',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'move'),
    form,
    address: `/groups/${enquiry.groupId}/cycles`,
    cycle: enquiry.cycle + 1,
  }
}
