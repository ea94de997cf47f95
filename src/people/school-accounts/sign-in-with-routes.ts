import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { personByEmail } from '../people.js'
import { enter, secondStepAtDoor } from '../second-step/begun-sign-ins.js'
import { tell } from '../sessions.js'
import { doorPage } from '../signing-in/door-page.js'
import { wayOn } from '../signing-in/way-on.js'
import { addressAtIssuer, claimsFrom } from './asking-the-issuer.js'
import { arrivalIn, backFrom, comeBack, goTo, keepArrival } from './going-and-coming.js'
import { findIssuerAtDoor } from './issuers.js'
import { whoJoined } from './joining.js'
import type { Issuer } from './tables.js'
import { vouchedBy } from './verified-address.js'
import { whatWentWrong } from './what-went-wrong.js'

export const joiningPage = '/account/school-accounts/joining'

/**
 * Somebody goes to the issuer of their school's accounts and comes back. They go by a link and not by a form: the content policy
 * lets no form lead to another site, and that stays so.
 */
export function signInWithRoutes(house: House): Router {
  const { db, keys, baseUrl, log } = house
  const routes = Router()
  const counted = notTooOften({
    times: 300,
    seconds: 600,
    sentence: 'Many people are signing in from your school just now. Please try again in a few minutes.',
  })

  routes.get('/sign-in/with/:issuer', async (req, res) => {
    const next = localPath(queried(req, 'next'))
    if (res.locals.person) return res.redirect(303, next)
    await go(req, res, await findIssuerAtDoor(db, req.params.issuer), next)
  })

  routes.get('/account/school-accounts/:issuer/going', async (req, res) => {
    signedIn(res)
    await go(req, res, await findIssuerAtDoor(db, req.params.issuer), joiningPage)
  })

  routes.get('/sign-in/with/:issuer/back', async (req, res) => {
    await counted(req)
    const issuer = await findIssuerAtDoor(db, req.params.issuer)
    const begun = await inOne(db, trx => comeBack(trx, keys, req, issuer, queried(req, 'state')))
    if (!begun) return couldNot(res, issuer, 410, tooLate(issuer.name), '/')
    const { next } = begun
    try {
      const came = new URL(backFrom(issuer, baseUrl))
      came.search = new URL(req.originalUrl, baseUrl).search
      const vouched = vouchedBy(issuer, await claimsFrom(house, issuer, came, begun))
      if (!vouched.ok) return await couldNot(res, issuer, 422, vouched.sentence, next)
      await arrive(res, issuer, vouched, next)
    } catch (error) {
      await failed(res, issuer, error, next)
    }
  })

  routes.get('/sign-in/arrived', async (req, res) => {
    const arrival = await arrivalIn(db, req, res)
    if (!arrival || res.locals.person) return res.redirect(303, arrival ? joiningPage : '/sign-in')
    const known = await personByEmail(db, arrival.email)
    const { issuer, email } = arrival
    show(res, 'people/arrived', {
      title: known ? 'You have an account here' : 'No account here yet',
      ...{ issuer, email },
      hasAccount: known !== undefined && known.disabledAt === null,
      signIn: `/sign-in?next=${encodeURIComponent(joiningPage)}`,
    })
  })

  async function go(req: Request, res: Response, issuer: Issuer, next: string): Promise<void> {
    await counted(req)
    // Whoever is sent here by another site is shown the door, and chooses.
    if (!['same-origin', 'none'].includes(req.get('sec-fetch-site') ?? 'none'))
      return res.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`)
    try {
      const bound = await goTo(house, req, res, issuer, next)
      res.redirect(303, await addressAtIssuer(house, issuer, backFrom(issuer, baseUrl), bound))
    } catch (error) {
      await failed(res, issuer, error, next)
    }
  }

  /** Whoever has joined comes in; anybody else is kept in mind until they have said who they are here. */
  async function arrive(
    res: Response,
    issuer: Issuer,
    who: { subject: string; email: string; name: string },
    next: string,
  ): Promise<void> {
    const joined = await whoJoined(db, issuer, who.subject)
    const person = res.locals.person
    if (joined && person) {
      await tell(db, res, joined.id === person.id ? already(issuer.name) : somebodyElses(issuer.name), 'waiting')
      return res.redirect(303, '/account#school-accounts')
    }
    if (joined?.disabledAt) return couldNot(res, issuer, 403, disabled, next)
    if (joined) {
      const askedElsewhere = issuer.asksSecondStepSince !== null
      const on = await enter(db, res, joined.id, { next, cameBy: 'issuer', askedElsewhere })
      return res.redirect(303, on === secondStepAtDoor ? on : await wayOn(db, joined.id, on))
    }
    const toInvitation = next.startsWith('/invitations/')
    // The secret of an invitation stands nowhere but in its link.
    await keepArrival(db, res, issuer, who, toInvitation ? '/' : next)
    res.redirect(303, toInvitation ? next : person ? joiningPage : '/sign-in/arrived')
  }

  async function failed(res: Response, issuer: Issuer, error: unknown, next: string): Promise<void> {
    const { sentence, why } = whatWentWrong(issuer.name, error)
    log.warn({ issuer: issuer.id, why }, 'nobody came in by an issuer')
    await couldNot(res, issuer, 503, sentence, next)
  }

  /** The other ways in stand beside the sentence; whoever is signed in stays so. */
  async function couldNot(res: Response, issuer: Issuer, status: number, sentence: string, next: string) {
    if (res.locals.person) {
      await tell(db, res, sentence, 'waiting')
      return res.redirect(303, '/account#school-accounts')
    }
    if (next.startsWith('/invitations/')) {
      const action = { href: next, text: 'Back to your invitation' }
      return show(res.status(status), 'people/over', { title: `Not by ${issuer.name}`, sentences: [sentence], action })
    }
    const on = next === joiningPage ? '/' : next
    show(res.status(status), 'people/sign-in', await doorPage(house, formOf({ next: on }), { trouble: sentence }))
  }

  return routes
}

const disabled = 'This account has been disabled. The person who looks after the workbench can say why.'

function tooLate(name: string): string {
  return `That sign-in was begun more than ten minutes ago, in another browser, or is used up. Begin again with ${name}.`
}

function already(name: string): string {
  return `You come in with this account of ${name} already.`
}

function somebodyElses(name: string): string {
  return `This account of ${name} opens somebody else’s account here. Nothing has changed.`
}
