import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import type { Enquiry } from '../enquiry.js'
import { FinishForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { keeping } from '../keeping-course.js'
import type { FinishingPage } from '../pages.js'
import { mayFinishCycle } from '../permissions.js'
import { needsOf } from '../stages/needs.js'
import { decisions } from '../stages/stage-fields.js'
import type { StagePart } from '../stages/stage-parts.js'
import { finishCycle } from './finishing.js'

/** A cycle is finished at its evaluation, with a decision. */
export function finishingRoutes({ db }: House, parts: StagePart[]): Router {
  const routes = Router()

  routes.get('/groups/:group/finishing', async (req, res) => {
    const { enquiry } = await keeping(db, req, res, mayFinishCycle)
    if (enquiry.stage !== 'evaluation')
      throw new Conflict('A cycle is finished at its evaluation. Move on to it first.')
    show(res, 'enquiries/finishing', await finishingPage(db, enquiry, parts, formOf()))
  })

  routes.post('/groups/:group/finishing', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayFinishCycle)
    const reading = read(FinishForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'enquiries/finishing', await finishingPage(db, enquiry, parts, reading.form))
    await inOne(db, trx => finishCycle(trx, enquiry, person, reading.values))
    await tell(db, res, 'This cycle is finished. Thank you for what you found out.')
    res.redirect(303, `/groups/${enquiry.groupId}`)
  })

  return routes
}

async function finishingPage(db: Db, enquiry: Enquiry, parts: StagePart[], form: FormState): Promise<FinishingPage> {
  return {
    title: 'Finish this cycle',
    breadcrumbs: crumbsOf(enquiry, { href: stageAddress(enquiry, 'evaluation'), text: 'Evaluation' }),
    head: headOf(enquiry, 'stage evaluation'),
    form,
    address: `/groups/${enquiry.groupId}/finishing`,
    decisions: decisions.map(({ decision, text, hint }) => ({ value: decision, text, hint })),
    unmet: (await needsOf(db, enquiry, 'evaluation', parts)).filter(need => !need.met),
  }
}
