import { Router } from 'express'
import type { House } from '../../house.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { waitInWords } from '../signing-in/slowing-down.js'
import { wayOn } from '../signing-in/way-on.js'
import { askForSecondStep } from './asking.js'
import { begunSignIn, finishSignIn, secondStepAtDoor } from './begun-sign-ins.js'
import { SecondStepForm } from './forms.js'
import { wrongStep } from './wrong-step.js'

const title = 'One more step'

/** After a right password: the code of the app, or a recovery code. */
export function secondStepAtDoorRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get(secondStepAtDoor, async (req, res) => {
    if (!(await begunSignIn(db, req, res))) return res.redirect(303, '/sign-in')
    show(res, 'people/second-step-at-door', { title, form: formOf() })
  })

  routes.post(secondStepAtDoor, async (req, res) => {
    const begun = await begunSignIn(db, req, res)
    if (!begun) return res.redirect(303, '/sign-in')
    const reading = read(SecondStepForm, req.body)
    if (!reading.ok) return show(res.status(422), 'people/second-step-at-door', { title, form: reading.form })
    const asking = await askForSecondStep(house, begun.personId, reading.values)
    if (asking.ok) return res.redirect(303, await wayOn(db, begun.personId, await finishSignIn(db, res, begun)))
    const field = reading.values.code ? 'code' : 'recovery'
    if (asking.wait > 0) res.status(429).set('Retry-After', String(asking.wait))
    else res.status(422)
    const mistake = asking.wait > 0 ? waitInWords(asking.wait) : wrongStep(field)
    show(res, 'people/second-step-at-door', { title, form: addMistake(formOf(), field, mistake) })
  })

  return routes
}
