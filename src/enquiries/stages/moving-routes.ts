import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { isStage, type Stage, stageKeys, stageNamed, stages } from '../../stages.js'
import { queried } from '../../web/page-of.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import type { Enquiry } from '../enquiry.js'
import { MoveForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { keeping } from '../keeping-course.js'
import type { MovePage } from '../pages.js'
import { mayMoveStage } from '../permissions.js'
import { isReturn, moveStage } from './moving-stage.js'
import { needsOf } from './needs.js'
import type { StagePart } from './stage-parts.js'

/** On to the next stage, and back to an earlier one. */
export function movingRoutes({ db }: House, parts: StagePart[]): Router {
  const routes = Router()

  routes.get('/groups/:group/moves/new', async (req, res) => {
    const { enquiry } = await keeping(db, req, res, mayMoveStage)
    const to = queried(req, 'to')
    if (to !== '' && !isStage(to)) throw new NotFound('stage')
    if (to === enquiry.stage) return res.redirect(303, stageAddress(enquiry, to))
    show(res, 'enquiries/move', await movePage(db, enquiry, parts, to === '' ? null : to, formOf({ to })))
  })

  routes.post('/groups/:group/moves', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayMoveStage)
    const reading = read(MoveForm, req.body)
    if (!reading.ok) {
      const to = String(reading.form.values.to ?? '')
      const chosen = isStage(to) && to !== enquiry.stage && !isReturn(enquiry.stage, to) ? to : null
      return show(res.status(422), 'enquiries/move', await movePage(db, enquiry, parts, chosen, reading.form))
    }
    const { to, sentence } = reading.values
    await inOne(db, trx => moveStage(trx, enquiry, person, to, sentence))
    await tell(db, res, `The group is at ${stageNamed(to).name} now.`)
    res.redirect(303, stageAddress(enquiry, to))
  })

  return routes
}

/** @param to the stage that was chosen; null where one to go back to is still to be chosen */
async function movePage(
  db: Db,
  enquiry: Enquiry,
  parts: StagePart[],
  to: Stage | null,
  form: FormState,
): Promise<MovePage> {
  const returning = to === null || isReturn(enquiry.stage, to)
  return {
    title: to ? `${returning ? 'Go back' : 'Move on'} to ${stageNamed(to).name}` : 'Go back to an earlier stage',
    breadcrumbs: crumbsOf(enquiry, {
      href: stageAddress(enquiry, enquiry.stage),
      text: stageNamed(enquiry.stage).name,
    }),
    head: headOf(enquiry, `stage ${enquiry.stage}`),
    form,
    address: `/groups/${enquiry.groupId}/moves`,
    from: stageNamed(enquiry.stage),
    to: to ? stageNamed(to) : null,
    choices: stages.slice(0, stageKeys.indexOf(enquiry.stage)).map(stage => ({ value: stage.key, text: stage.name })),
    returning,
    unmet: returning ? [] : (await needsOf(db, enquiry, enquiry.stage, parts)).filter(need => !need.met),
  }
}
