import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { mayAnswerCommonDay } from '../permissions.js'
import { answerForSchool, schoolsOnDay } from './answering.js'
import { answerPage } from './day-page.js'
import { findCommonDayThere } from './finding.js'
import { AnswerForm } from './forms.js'

const at = '/networks/:network/common-days/:day/schools/:school'
type OfSchool = Request<{ network: string; day: string; school: string }>

/** A school says whether it keeps a day: its head, or a network leader whom the head has told. */
export function answeringRoutes({ db }: House): Router {
  const routes = Router()

  async function find(req: OfSchool, res: Parameters<typeof signedIn>[0]) {
    const there = await findCommonDayThere(db, signedIn(res), req.params)
    const school = (await schoolsOnDay(db, there.day)).find(one => one.schoolId === req.params.school)
    if (!school) throw new NotFound('school')
    allow(mayAnswerCommonDay(there.person, there.day, school.schoolId), 'The head answers for the school.')
    return { there, school }
  }

  routes.get(at, async (req: OfSchool, res) => {
    const { there, school } = await find(req, res)
    show(res, 'calendar/common-day-answer', answerPage(there, school))
  })

  routes.post(at, async (req: OfSchool, res) => {
    const { there, school } = await find(req, res)
    const reading = read(AnswerForm, req.body)
    if (!reading.ok) return show(res.status(422), 'calendar/common-day-answer', answerPage(there, school, reading.form))
    await inOne(db, trx => answerForSchool(trx, there.day, there.person, school.schoolId, reading.values))
    await tell(db, res, `What ${school.name} does is written down.`)
    res.redirect(303, there.address)
  })

  return routes
}
