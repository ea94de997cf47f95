import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { localPath } from '../../web/local-path.js'
import { now } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { squareCodeOf } from '../../web/showing/square-code.js'
import { endOtherSessions } from '../account/open-sessions.js'
import { handedToPage, handToPage } from '../handing-to-pages.js'
import { hasPasskeys } from '../passkeys/where-they-work.js'
import { tell } from '../sessions.js'
import { whatIsAsked, whyNotReallyThem } from '../signing-in/really-them.js'
import { addressForApp, newSecret } from './codes.js'
import { AppCodeForm, BeginForm } from './forms.js'
import { secondStepOf, setUpSecondStep } from './second-step.js'
import { putOff, putOffUntil, whyAsked } from './who-needs-it.js'
import { wrongStep } from './wrong-step.js'

const here = '/account/second-step'
const title = 'A second step for you'

interface Begun {
  secret: string
  next: string
}

/** A second step is set up: the password once more, the square for the app, its first code, the recovery codes. */
export function settingUpRoutes({ db, keys, baseUrl }: House): Router {
  const routes = Router()

  routes.get(here, async (req, res) => {
    await showBeginning(res, formOf({ next: localPath(queried(req, 'next'), '/account') }))
  })

  routes.post(here, async (req, res) => {
    signedIn(res)
    const reading = read(BeginForm, req.body)
    if (!reading.ok) return showBeginning(res.status(422), reading.form)
    const next = localPath(reading.values.next, '/account')
    const asking = await whatIsAsked(db, res)
    const mistake = await whyNotReallyThem(db, req, res, reading.values.password, asking)
    if (mistake === null)
      return res.redirect(303, await handToPage(db, res, `${here}/app`, { secret: newSecret(), next }))
    await showBeginning(res, addMistake(formOf({ next }), asking.password ? 'password' : '', mistake))
  })

  routes.post(`${here}/later`, async (req, res) => {
    const { next } = (req.body ?? {}) as Record<string, unknown>
    if (!(await putOff(db, signedIn(res).id, res.locals.sessionHash!)))
      throw new Conflict('The second step has been put off for fourteen days. Set it up to go on.')
    res.redirect(303, localPath(next))
  })

  routes.get(`${here}/app`, async (req, res) => {
    signedIn(res)
    await showApp(req, res, formOf())
  })

  routes.post(`${here}/app`, async (req, res) => {
    const person = signedIn(res)
    const begun = await handedToPage<Begun>(db, res)
    if (!begun) return res.redirect(303, here)
    const reading = read(AppCodeForm, req.body)
    if (!reading.ok) return showApp(req, res.status(422), reading.form)
    const codes = await inOne(db, trx => setUpSecondStep(trx, keys, person, begun.secret, reading.values.code))
    if (!codes) return showApp(req, res.status(422), addMistake(formOf(), 'code', wrongStep('code')))
    await endOtherSessions(db, res, person.id)
    if (codes.length === 0) {
      await tell(db, res, 'Your app is asked for from now on. Your recovery codes are as they were.')
      return res.redirect(303, begun.next)
    }
    res.redirect(303, await handToPage(db, res, `${here}/recovery-codes`, { codes, next: begun.next }))
  })

  routes.get(`${here}/recovery-codes`, async (_req, res) => {
    signedIn(res)
    const handed = await handedToPage<{ codes: string[]; next: string }>(db, res)
    if (!handed) return res.redirect(303, '/account#second-step')
    show(res, 'people/recovery-codes', { title: 'Your recovery codes', ...handed })
  })

  async function showBeginning(res: Response, form: FormState): Promise<void> {
    const person = signedIn(res)
    if ((await secondStepOf(db, person.id))?.app) return res.redirect(303, '/account#second-step')
    const until = await putOffUntil(db, person.id)
    const waits = res.locals.secondStepWaits === true
    show(res, 'people/second-step', {
      title,
      form,
      next: localPath(form.values.next, '/account'),
      because: await whyAsked(db, person),
      waits,
      asksPassword: (await whatIsAsked(db, res)).password,
      passkeys: hasPasskeys(baseUrl),
      until: waits && until !== null && until > now() ? until : null,
    })
  }

  async function showApp(req: Request, res: Response, form: FormState): Promise<void> {
    const begun = await handedToPage<Begun>(db, res)
    if (!begun) return res.redirect(303, here)
    const address = addressForApp(begun.secret, signedIn(res).email)
    const secret = begun.secret.match(/.{1,4}/g)!.join(' ')
    const page = { title: 'Add it to your app', form, address: req.originalUrl, secret, square: squareCodeOf(address) }
    show(res, 'people/second-step-app', { ...page, inApp: address })
  }

  return routes
}
