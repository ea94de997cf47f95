import { Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { stageNamed, stages } from '../../stages.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { beginNextCycle, type CarryForward } from './beginning-next-cycle.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { finishCycle } from './finishing.js'
import { FinishForm, NextCycleForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { keeping } from '../keeping-course.js'
import { isReturn } from '../stages/moving-stage.js'
import { needsOf } from '../stages/needs.js'
import { mayBeginNextCycle, mayFinishCycle, mayReadHistory, mayReadStage } from '../permissions.js'
import { movesOf } from '../records/records.js'
import { decisions } from '../stages/stage-fields.js'
import type { StagePart } from '../stages/stage-parts.js'

/** A cycle is finished, the next one begins, and those before stay to be read. */
export function cycleRoutes({ db }: House, parts: StagePart[], carryForward: CarryForward[]): Router {
  const routes = Router()

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
    const { enquiry } = await keeping(db, req, res, mayFinishCycle)
    if (enquiry.stage !== 'evaluation')
      throw new Conflict('A cycle is finished at its evaluation. Move on to it first.')
    show(res, 'enquiries/finishing', await finishingPage(enquiry, formOf()))
  })

  routes.post('/groups/:group/finishing', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayFinishCycle)
    const reading = read(FinishForm, req.body)
    if (!reading.ok) return show(res.status(422), 'enquiries/finishing', await finishingPage(enquiry, reading.form))
    await inOne(db, trx => finishCycle(trx, enquiry, person, reading.values))
    await tell(db, res, 'This cycle is finished. Thank you for what you found out.')
    res.redirect(303, `/groups/${enquiry.groupId}`)
  })

  routes.get('/groups/:group/cycles/new', async (req, res) => {
    const { enquiry } = await keeping(db, req, res, mayBeginNextCycle)
    show(res, 'enquiries/next-cycle', nextCyclePage(enquiry, formOf({ question: enquiry.question })))
  })

  routes.post('/groups/:group/cycles', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayBeginNextCycle)
    const reading = read(NextCycleForm, req.body)
    if (!reading.ok) return show(res.status(422), 'enquiries/next-cycle', nextCyclePage(enquiry, reading.form))
    const { cycle } = await inOne(db, trx =>
      beginNextCycle(trx, enquiry, person, reading.values.question, carryForward),
    )
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
    const moves = mayReadHistory(enquiry) ? await movesOf(db, enquiry) : []
    show(res, 'enquiries/cycle', {
      title: `Cycle ${enquiry.cycle}, ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'stages'),
      began: enquiry.beganAt,
      finished: facts.finishedAt,
      decision: facts.decision,
      because: enquiry.names.read(facts.decidedBecause),
      moves: moves.map(({ fromStage, toStage, sentence, name, movedAt }) => ({
        from: stageNamed(fromStage).name,
        to: stageNamed(toStage).name,
        returning: isReturn(fromStage, toStage),
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
