import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import type { BesidePart } from '../../networks/year.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedProject, openProject } from '../finding.js'
import { StepForm } from '../forms.js'
import '../pages.js'
import { mayNoteSteps } from '../permissions.js'
import { projectPage } from '../project-page.js'
import { changeStep, findStep, noteStep, removeStep } from './steps.js'

/** The short log of a project: what happened when, and what comes. */
export function stepRoutes({ db }: House, beside: BesidePart[]): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project/steps' as const

  routes.post(at, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowNoting(there)
    const reading = read(StepForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'projects/show', await projectPage(db, there, beside, { step: reading.form }))
    await inOne(db, trx => noteStep(trx, there.project, there.person, reading.values))
    await tellOfDays(db, res, there.network.id, 'It stands among the steps.', days(reading.values))
    res.redirect(303, `${there.address}#steps`)
  })

  routes.get(`${at}/:step/edit`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowNoting(there)
    const { id, onDay, words, place } = await findStep(db, there.project, req.params.step)
    show(res, 'projects/step', stepPage(there, id, formOf({ onDay, words, place })))
  })

  routes.post(`${at}/:step`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowNoting(there)
    const step = await findStep(db, there.project, req.params.step)
    const reading = read(StepForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/step', stepPage(there, step.id, reading.form))
    await inOne(db, trx => changeStep(trx, there.project, there.person, step, reading.values))
    await tellOfDays(db, res, there.network.id, 'The step is saved.', days(reading.values))
    res.redirect(303, `${there.address}#steps`)
  })

  routes.post(`${at}/:step/removal`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowNoting(there)
    const step = await findStep(db, there.project, req.params.step)
    await inOne(db, trx => removeStep(trx, there.project, there.person, step))
    await tell(db, res, 'The step is taken out.')
    res.redirect(303, `${there.address}#steps`)
  })

  return routes
}

/** Steps that lie ahead are told where they fall into holidays; what was, was. */
function days({ onDay }: { onDay: string }): string[] {
  return onDay > today() ? [onDay] : []
}

function allowNoting(there: OpenedProject): void {
  allow(mayNoteSteps(there.person, there), 'Those who are in the project note its steps.')
}

function stepPage({ head, address }: OpenedProject, id: string, form: FormState) {
  return { title: 'A step of the project', head, address: `${address}/steps/${id}`, back: address, form }
}
