import { type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { NotAllowed } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { tell } from '../sessions.js'
import { whatIsAsked, whyNotReallyThem } from '../signing-in/really-them.js'
import { type Arrival, arrivalIn, forgetArrival, useArrival } from './going-and-coming.js'
import { join, joinedAccountsOf, leave } from './joining.js'
import { joiningPage } from './arriving.js'

const JoiningForm = z.strictObject({
  password: z.string().max(1000, 'That is not your password').optional().default(''),
})

/** An account of an issuer is joined to one's own by one's own yes, and left again. */
export function joiningRoutes({ db }: House): Router {
  const routes = Router()

  routes.get(joiningPage, async (req, res) => {
    signedIn(res)
    const arrival = await arrivalIn(db, req, res)
    if (!arrival) return res.redirect(303, '/account#school-accounts')
    await showJoining(res, arrival, formOf())
  })

  routes.post(joiningPage, async (req, res) => {
    const person = signedIn(res)
    const arrival = await arrivalIn(db, req, res)
    if (!arrival) return res.redirect(303, '/account#school-accounts')
    const reading = read(JoiningForm, req.body)
    if (!reading.ok) return showJoining(res.status(422), arrival, reading.form)
    const asking = await whatIsAsked(db, res)
    if (!saidWhoTheyAre(res, arrival)) {
      // One issuer's word is not enough to let another one in.
      if (!asking.password && res.locals.cameIn?.by !== 'passkey') throw new NotAllowed(neitherOfThem(arrival.issuer))
      const mistake = await whyNotReallyThem(db, req, res, reading.values.password, asking)
      if (mistake) return showJoining(res, arrival, addMistake(formOf(), 'password', mistake))
    }
    await inOne(db, trx => join(trx, arrival, person))
    forgetArrival(res)
    await tell(db, res, `From now on you can sign in with ${arrival.issuer} too.`)
    res.redirect(303, arrival.next === joiningPage ? '/account#school-accounts' : arrival.next)
  })

  routes.post('/account/school-accounts/not-joining', async (req, res) => {
    signedIn(res)
    const arrival = await arrivalIn(db, req, res)
    if (arrival) await inOne(db, trx => useArrival(trx, arrival))
    forgetArrival(res)
    res.redirect(303, '/account#school-accounts')
  })

  routes.get('/account/school-accounts/:joined/leaving', async (req, res) => {
    const person = signedIn(res)
    const one = (await joinedAccountsOf(db, person)).find(found => found.id === req.params.joined)
    if (!one) return res.redirect(303, '/account#school-accounts')
    show(res, 'people/leaving-school-account', { title: `Without ${one.issuer}`, one })
  })

  routes.post('/account/school-accounts/:joined/leaving', async (req, res) => {
    const one = await inOne(db, trx => leave(trx, req.params.joined, signedIn(res)))
    await tell(db, res, `${one.issuer} does not open your account here any more.`)
    res.redirect(303, '/account#school-accounts')
  })

  async function showJoining(res: Response, arrival: Arrival, form: FormState): Promise<void> {
    const { issuer, email } = arrival
    const asking = await whatIsAsked(db, res)
    show(res, 'people/joining', {
      title: `Join with ${issuer}`,
      ...{ issuer, email, form },
      own: signedIn(res).email,
      asksPassword: !saidWhoTheyAre(res, arrival) && asking.password,
    })
  }

  return routes
}

function neitherOfThem(issuer: string): string {
  return `You have neither a password nor a passkey, and one of them is needed to join ${issuer}. Add a passkey on your account, or ask for a link to choose a password, then begin again.`
}

/** They came back from the issuer first, and have signed in here since, with what only they have. */
function saidWhoTheyAre(res: Response, arrival: Arrival): boolean {
  const { at, by } = res.locals.cameIn ?? { at: '', by: null }
  return (by === 'password' || by === 'passkey') && at >= arrival.arrivedAt
}
