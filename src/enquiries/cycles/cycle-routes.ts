import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { stageNamed, stages } from '../../stages.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { NextCycleForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { keeping } from '../keeping-course.js'
import type { CyclePage } from '../pages.js'
import { mayBeginNextCycle, mayReadHistory, mayReadStage } from '../permissions.js'
import { movesOf } from '../records/records.js'
import { isReturn } from '../stages/moving-stage.js'
import { beginNextCycle } from './beginning-next-cycle.js'
import type { CarryForward } from './between-cycles.js'
import { comparisonAddress, comparisonPage } from './comparison-page.js'
import { madeInCycle } from './cycles-to-choose.js'
import { whyDecided } from './finishing.js'
import { nextCyclePage } from './next-cycle-page.js'

/** The next cycle begins, and those before stay to be read. */
export function cycleRoutes({ db }: House, carryForward: CarryForward[]): Router {
  const routes = Router()

  routes.get('/groups/:group/cycles/new', async (req, res) => {
    const { enquiry } = await keeping(db, req, res, mayBeginNextCycle)
    show(res, 'enquiries/next-cycle', await nextCyclePage(db, enquiry, carryForward))
  })

  routes.post('/groups/:group/cycles', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayBeginNextCycle)
    const reading = read(NextCycleForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'enquiries/next-cycle', await nextCyclePage(db, enquiry, carryForward, reading.form))
    const { cycle } = await inOne(db, trx => beginNextCycle(trx, enquiry, person, reading.values, carryForward))
    await tell(db, res, `Cycle ${cycle} has begun.`)
    res.redirect(303, `/groups/${enquiry.groupId}`)
  })

  routes.get('/groups/:group/cycles/:cycle', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleNamed(req.params.cycle))
    show(res, 'enquiries/cycle', await cyclePage(db, enquiry))
  })

  routes.get('/groups/:group/cycles/:cycle/comparison', async (req, res) => {
    const person = signedIn(res)
    const after = await findEnquiry(db, person, req.params.group, cycleNamed(req.params.cycle))
    const before = await findEnquiry(db, person, req.params.group, after.cycle - 1)
    show(res, 'enquiries/comparison', await comparisonPage(db, person, { before, after }, carryForward))
  })

  return routes
}

/** @throws NotFound where the address says no number */
function cycleNamed(word: string): number {
  if (!/^\d{1,3}$/.test(word)) throw new NotFound('cycle')
  return Number(word)
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
    comparison: enquiry.cycle > 1 ? comparisonAddress(enquiry) : null,
    stages: stages
      .filter(stage => mayReadStage(enquiry, stage.key))
      .map(({ key, name, question }) => ({ name, question, href: stageAddress(enquiry, key) })),
  }
}
