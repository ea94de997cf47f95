import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { personByEmail } from '../people.js'
import { arrivals, joiningPage } from './arriving.js'
import { addressAtIssuer, claimsFrom } from './asking-the-issuer.js'
import { arrivalIn, backFrom, comeBack, goTo } from './going-and-coming.js'
import { findIssuerAtDoor } from './issuers.js'
import type { Issuer } from './tables.js'
import { vouchedBy } from './verified-address.js'

/**
 * Somebody goes to the issuer of their school's accounts and comes back. They go by a link and not by a form: the content policy
 * lets no form lead to another site, and that stays so.
 */
export function signInWithRoutes(house: House): Router {
  const { db, keys, baseUrl } = house
  const routes = Router()
  const { arrive, failed, couldNot } = arrivals(house)
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

  return routes
}

function tooLate(name: string): string {
  return `That sign-in was begun more than ten minutes ago, in another browser, or is used up. Begin again with ${name}.`
}
