import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { handToPage } from '../handing-to-pages.js'
import { tell } from '../sessions.js'
import { asWellAsStep } from './as-well-as-step.js'
import { ChangingForm } from './forms.js'
import { makeRecoveryCodesAnew, secondStepOf, takeOffSecondStep } from './second-step.js'
import { sawSecondStepTakenOff } from './taken-off.js'

const here = '/account/second-step'
const pages: Record<string, { title: string; lede: string; button: string }> = {
  [`${here}/off`]: {
    title: 'Take off the app',
    lede: 'No app makes codes for you from then on. Passkeys stay; without one, your password alone opens the door, and your recovery codes are worth nothing any more.',
    button: 'Take the app off',
  },
  [`${here}/new-recovery-codes`]: {
    title: 'New recovery codes',
    lede: 'You get ten new codes. Those that you have now are worth nothing any more.',
    button: 'Make new codes',
  },
}

/** @throws NotFound for an address that is written otherwise */
function pageAt(req: Request) {
  const page = pages[req.path]
  if (!page) throw new NotFound()
  return page
}

/** An app is taken off, or recovery codes are made anew: with the password, and the step as it is now. */
export function changingSecondStepRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const { asked, changingPage } = asWellAsStep(house)

  routes.get(Object.keys(pages), async (req, res) => {
    if (!(await secondStepOf(db, signedIn(res).id))) return res.redirect(303, here)
    show(res, 'people/second-step-changing', await changingPage(res, pageAt(req), req.path, formOf()))
  })

  routes.post(`${here}/off`, async (req, res) => {
    if (!(await askedHere(req, res))) return
    await inOne(db, trx => takeOffSecondStep(trx, signedIn(res)))
    await tell(db, res, 'Your app is taken off: it is not asked for any more.')
    res.redirect(303, '/account')
  })

  routes.post(`${here}/new-recovery-codes`, async (req, res) => {
    if (!(await askedHere(req, res))) return
    const codes = await inOne(db, trx => makeRecoveryCodesAnew(trx, signedIn(res)))
    res.redirect(303, await handToPage(db, res, `${here}/recovery-codes`, { codes, next: '/account' }))
  })

  routes.post(`${here}/taken-off/seen`, async (_req, res) => {
    await sawSecondStepTakenOff(db, signedIn(res))
    res.redirect(303, '/account')
  })

  /** @returns false where it is answered already */
  async function askedHere(req: Request, res: Response): Promise<boolean> {
    const page = pageAt(req)
    if (!(await secondStepOf(db, signedIn(res).id))) {
      res.redirect(303, here)
      return false
    }
    const again = async (form: ReturnType<typeof formOf>) =>
      show(res, 'people/second-step-changing', await changingPage(res, page, req.path, form))
    const reading = read(ChangingForm, req.body)
    if (!reading.ok) {
      res.status(422)
      await again(reading.form)
      return false
    }
    const form = await asked(req, res, reading.values)
    if (form) await again(form)
    return form === null
  }

  return routes
}
