import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { stageNamed, stages } from '../../stages.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { NextCycleForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { keeping } from '../keeping-course.js'
import type { CyclePage, NextCyclePage } from '../pages.js'
import { mayBeginNextCycle, mayReadHistory, mayReadStage } from '../permissions.js'
import { movesOf } from '../records/records.js'
import { isReturn } from '../stages/moving-stage.js'
import { beginNextCycle, type CarryForward } from './beginning-next-cycle.js'
import { madeInCycle } from './cycles-to-choose.js'
import { whyDecided } from './finishing.js'

/** The next cycle begins, and those before stay to be read. */
export function cycleRoutes({ db }: House, carryForward: CarryForward[]): Router {
  const routes = Router()

  routes.get('/groups/:group/cycles/new', async (req, res) => {
    const { enquiry } = await keeping(db, req, res, mayBeginNextCycle)
    show(res, 'enquiries/next-cycle', nextCyclePage(enquiry, formOf({ question: enquiry.question })))
  })

  routes.post('/groups/:group/cycles', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayBeginNextCycle)
    const reading = read(NextCycleForm, req.body)
    if (!reading.ok) return show(res.status(422), 'enquiries/next-cycle', nextCyclePage(enquiry, reading.form))
    const { question } = reading.values
    const { cycle } = await inOne(db, trx => beginNextCycle(trx, enquiry, person, question, carryForward))
    await tell(db, res, `Cycle ${cycle} has begun.`)
    res.redirect(303, `/groups/${enquiry.groupId}`)
  })

  routes.get('/groups/:group/cycles/:cycle', async (req, res) => {
    const person = signedIn(res)
    if (!/^\d{1,3}$/.test(req.params.cycle)) throw new NotFound('cycle')
    const enquiry = await findEnquiry(db, person, req.params.group, Number(req.params.cycle))
    show(res, 'enquiries/cycle', await cyclePage(db, enquiry))
  })

  return routes
}

function nextCyclePage(enquiry: Enquiry, form: FormState): NextCyclePage {
  return {
    title: 'Begin the next cycle',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'next cycle'),
    form,
    address: `/groups/${enquiry.groupId}/cycles`,
    cycle: enquiry.cycle + 1,
  }
}

async function cyclePage(db: Db, enquiry: Enquiry): Promise<CyclePage> {
  const moves = mayReadHistory(enquiry) ? await movesOf(db, enquiry) : []
  return {
    title: `Cycle ${enquiry.cycle}`,
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'home'),
    began: enquiry.beganAt,
    finished: enquiry.finishedAt,
    decision: enquiry.decision,
    because: await whyDecided(db, enquiry),
    moves: moves.map(({ fromStage, toStage, sentence, name, movedAt }) => ({
      from: stageNamed(fromStage).name,
      to: stageNamed(toStage).name,
      returning: isReturn(fromStage, toStage),
      sentence,
      name,
      movedAt,
    })),
    made: madeInCycle(enquiry),
    stages: stages
      .filter(stage => mayReadStage(enquiry, stage.key))
      .map(({ key, name, question }) => ({ name, question, href: stageAddress(enquiry, key) })),
  }
}
