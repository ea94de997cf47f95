import { type Request, type Response, Router } from 'express'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { toAskPasskey } from '../passkeys/asking-passkeys.js'
import { wayOn } from '../signing-in/way-on.js'
import { askForSecondStep } from './asking.js'
import { begunSignIn, finishSignIn, secondStepAtDoor } from './begun-sign-ins.js'
import { SecondStepForm } from './forms.js'
import { onThisPage, stepNowOf } from './step-now.js'
import type { BegunSignIn } from './tables.js'

/** After a right password, or after an issuer of accounts: the code of the app, a passkey, or a recovery code. */
export function secondStepAtDoorRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get(secondStepAtDoor, async (req, res) => {
    const begun = await begunSignIn(db, req, res)
    if (!begun) return res.redirect(303, '/sign-in')
    await showStep(res, begun, formOf())
  })

  routes.post(secondStepAtDoor, async (req, res) => {
    const begun = await begunSignIn(db, req, res)
    if (!begun) return res.redirect(303, '/sign-in')
    const reading = read(SecondStepForm, req.body)
    if (!reading.ok) return showStep(res.status(422), begun, reading.form)
    const asking = await askForSecondStep(house, req, begun.personId, reading.values)
    if (asking.ok) return res.redirect(303, await wayOn(db, begun.personId, await finishSignIn(db, res, begun)))
    if (asking.wait > 0) res.status(429).set('Retry-After', String(asking.wait))
    else res.status(422)
    await showStep(res, begun, addMistake(formOf(), asking.field, asking.mistake))
  })

  routes.post(`${secondStepAtDoor}/question`, async (req: Request, res: Response) => {
    const begun = await begunSignIn(db, req, res)
    if (!begun) return void res.status(401).json({ message: 'Sign in again to go on.' })
    res.json(await toAskPasskey(house, req, res, 'second step', begun.personId))
  })

  async function showStep(res: Response, begun: BegunSignIn, form: FormState): Promise<void> {
    const step = await stepNowOf(house, begun.personId, `${secondStepAtDoor}/question`)
    show(res, 'people/second-step-at-door', {
      title: 'One more step',
      form: onThisPage(form, step),
      step,
      byIssuer: begun.cameBy === 'issuer',
    })
  }

  return routes
}
