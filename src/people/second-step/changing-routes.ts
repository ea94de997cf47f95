import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { whereFrom } from '../../web/where-from.js'
import { handToPage } from '../handing-to-pages.js'
import { tell } from '../sessions.js'
import { isOwnPassword } from '../signing-in/signing-in.js'
import { waitInWords } from '../signing-in/slowing-down.js'
import { askForSecondStep } from './asking.js'
import { ChangingForm } from './forms.js'
import { makeRecoveryCodesAnew, secondStepOf, takeOffSecondStep } from './second-step.js'
import { sawSecondStepTakenOff } from './taken-off.js'
import { wrongStep } from './wrong-step.js'

const here = '/account/second-step'
const pages: Record<string, { title: string; lede: string; button: string }> = {
  [`${here}/off`]: {
    title: 'Take off the second step',
    lede: 'From then on your password alone opens the door. Your recovery codes are worth nothing any more.',
    button: 'Take it off',
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

/** A second step is taken off, or its recovery codes are made anew: with the password, and the step as it is now. */
export function changingSecondStepRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get(Object.keys(pages), async (req, res) => {
    if (!(await secondStepOf(db, signedIn(res).id))) return res.redirect(303, here)
    show(res, 'people/second-step-changing', { ...pageAt(req), address: req.path, form: formOf() })
  })

  routes.post(`${here}/off`, async (req, res) => {
    if (!(await asked(req, res))) return
    await inOne(db, trx => takeOffSecondStep(trx, signedIn(res)))
    await tell(db, res, 'Your second step is taken off. Your password alone opens the door.')
    res.redirect(303, '/account')
  })

  routes.post(`${here}/new-recovery-codes`, async (req, res) => {
    if (!(await asked(req, res))) return
    const codes = await inOne(db, trx => makeRecoveryCodesAnew(trx, signedIn(res)))
    res.redirect(303, await handToPage(db, res, `${here}/recovery-codes`, { codes, next: '/account' }))
  })

  routes.post(`${here}/taken-off/seen`, async (_req, res) => {
    await sawSecondStepTakenOff(db, signedIn(res))
    res.redirect(303, '/account')
  })

  /** The password first, as at the door, so that nobody tries codes without it. @returns false where it is answered already */
  async function asked(req: Request, res: Response): Promise<boolean> {
    const person = signedIn(res)
    const again = (form: ReturnType<typeof formOf>, wait = 0): false => {
      if (wait > 0) res.set('Retry-After', String(wait))
      const page = pageAt(req)
      show(res.status(wait > 0 ? 429 : 422), 'people/second-step-changing', { ...page, address: req.path, form })
      return false
    }
    if (!(await secondStepOf(db, person.id))) {
      res.redirect(303, here)
      return false
    }
    const reading = read(ChangingForm, req.body)
    if (!reading.ok) return again({ ...reading.form, values: {} })
    const { password, ...typed } = reading.values
    const known = await isOwnPassword(db, person, password, whereFrom(req))
    if (!known.ok)
      return again(
        addMistake(formOf(), 'password', known.wait > 0 ? waitInWords(known.wait) : 'That is not your password'),
        known.wait,
      )
    const step = await askForSecondStep(house, person.id, typed)
    if (step.ok) return true
    const field = typed.code ? 'code' : 'recovery'
    return again(addMistake(formOf(), field, step.wait > 0 ? waitInWords(step.wait) : wrongStep(field)), step.wait)
  }

  return routes
}
