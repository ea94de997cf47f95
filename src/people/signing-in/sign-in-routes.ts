import { type Response, Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { SignInForm } from '../forms.js'
import { enter, secondStepAtDoor } from '../second-step/begun-sign-ins.js'
import { endSession, extendSession, startSession, whatToClear } from '../sessions.js'
import { doorPage } from './door-page.js'
import { signIn } from './signing-in.js'
import { waitInWords } from './slowing-down.js'
import { wayOn } from './way-on.js'
import { whereFrom } from '../../web/where-from.js'

export function signInRoutes(house: House): Router {
  const { db, cast } = house
  const routes = Router()

  routes.get('/sign-in', async (req, res) => {
    const next = localPath(queried(req, 'next'))
    if (res.locals.person) return res.redirect(303, next)
    await showDoor(res, formOf({ next }), req.query['signed-out'] !== undefined)
  })

  routes.post('/sign-in', async (req, res) => {
    const reading = read(SignInForm, req.body)
    if (!reading.ok) return showDoor(res.status(422), reading.form)
    const { email, password, next } = reading.values
    const signing = await signIn(db, email, password, whereFrom(req))
    if (signing.ok) {
      const on = await enter(db, res, signing.personId, { next: localPath(next), cameBy: 'password' })
      return res.redirect(303, on === secondStepAtDoor ? on : await wayOn(db, signing.personId, on))
    }
    const form = formOf({ email, next })
    if (signing.wait === 0) {
      return showDoor(res.status(422), addMistake(form, 'email', 'That email address and password do not go together'))
    }
    res.status(429).set('Retry-After', String(signing.wait))
    await showDoor(res, addMistake(form, 'email', waitInWords(signing.wait)))
  })

  routes.post('/sign-in/as', async (req, res) => {
    const { person, next } = (req.body ?? {}) as Record<string, unknown>
    if (typeof person !== 'string' || !isOf(cast, person)) throw new NotFound()
    await startSession(db, res, person, { cameBy: 'password' })
    res.redirect(303, await wayOn(db, person, localPath(next)))
  })

  routes.post('/sign-in/extend', async (req, res) => {
    signedIn(res)
    await extendSession(db, res)
    res.redirect(303, '/')
  })

  routes.post('/sign-out', async (req, res) => {
    await endSession(db, res)
    res.set('Clear-Site-Data', whatToClear(req))
    const { next } = (req.body ?? {}) as Record<string, unknown>
    res.redirect(303, next === undefined ? '/sign-in?signed-out' : localPath(next))
  })

  async function showDoor(res: Response, form: FormState, signedOut = false): Promise<void> {
    show(res, 'people/sign-in', await doorPage(house, form, { signedOut }))
  }

  return routes
}

function isOf(cast: House['cast'], id: string): boolean {
  return (cast ?? []).some(({ circles }) => circles.some(({ people }) => people.some(one => one.id === id)))
}
