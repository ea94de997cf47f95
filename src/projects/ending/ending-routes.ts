import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { monthsAfter } from '../../web/now.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedProject, openProject } from '../finding.js'
import { EndingForm, ExtensionForm, OutcomeForm } from '../forms.js'
import '../pages.js'
import { mayLookAfter, maySayOutcome } from '../permissions.js'
import { endingPage, extensionPage, outcomePage } from './ending-pages.js'
import { endProject, extendProject, reopenProject } from './ending.js'
import { outcomesOf, sayOutcome, schoolsThatTookPart } from './outcomes.js'

/** A project ends with what came of it, is given more time, or is taken up again; each school says its own line. */
export function endingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project' as const

  routes.get(`${at}/ending`, async (req, res) => {
    const there = await lookAfter(req.params, signedIn(res))
    show(res, 'projects/form', endingPage(there, formOf({ cameOfIt: there.project.cameOfIt })))
  })

  routes.post(`${at}/ending`, async (req, res) => {
    const there = await lookAfter(req.params, signedIn(res))
    const reading = read(EndingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/form', endingPage(there, reading.form))
    await inOne(db, trx => endProject(trx, there.project, there.person, reading.values.cameOfIt))
    await tell(db, res, 'The project has ended. Each school is asked to say what came of it there.')
    res.redirect(303, there.address)
  })

  for (const [word, verb] of [
    ['extension', extendProject],
    ['reopening', reopenProject],
  ] as const) {
    routes.get(`${at}/${word}`, async (req, res) => {
      const there = await lookAfter(req.params, signedIn(res))
      const form = formOf({ endsOn: monthsAfter(there.project.endsOn, 2) })
      show(res, 'projects/form', extensionPage(there, word, form))
    })

    routes.post(`${at}/${word}`, async (req, res) => {
      const there = await lookAfter(req.params, signedIn(res))
      const { project } = there
      const reading = read(ExtensionForm, req.body)
      const again = (form: FormState) => show(res.status(422), 'projects/form', extensionPage(there, word, form))
      if (!reading.ok) return again(reading.form)
      const { endsOn } = reading.values
      if (endsOn < project.startsOn) return again(addMistake(formOf(req.body), 'endsOn', 'It must end after it began'))
      await inOne(db, trx => verb(trx, project, there.person, endsOn))
      await tell(db, res, word === 'extension' ? 'The project has a new last day.' : 'The project is open again.')
      res.redirect(303, there.address)
    })
  }

  routes.get(`${at}/outcomes/:school`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const school = schoolSaying(there, req.params.school)
    const said = (await outcomesOf(db, [there.project])).find(one => one.schoolId === school.id)
    show(res, 'projects/form', outcomePage(there, school, formOf({ words: said?.words ?? '' })))
  })

  routes.post(`${at}/outcomes/:school`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const school = schoolSaying(there, req.params.school)
    const reading = read(OutcomeForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/form', outcomePage(there, school, reading.form))
    await inOne(db, trx => sayOutcome(trx, there.project, there.person, school.id, reading.values.words))
    await tell(db, res, 'Your school’s line stands with the project.')
    res.redirect(303, `${there.address}#came-of-it`)
  })

  async function lookAfter(params: { network: string; project: string }, person: ReturnType<typeof signedIn>) {
    const there = await openProject(db, person, params)
    allow(mayLookAfter(there.person, there), 'Its contact or a network leader looks after this project.')
    return there
  }

  return routes
}

function schoolSaying(there: OpenedProject, id: string): { id: string; name: string } {
  const school = schoolsThatTookPart(there).find(one => one.id === id)
  if (!school) throw new NotFound('school of this project')
  allow(maySayOutcome(there.person, there, id), 'Each school says its own line.')
  return school
}
