import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { endOtherSessions } from '../account/open-sessions.js'
import { handedToPage, handToPage } from '../handing-to-pages.js'
import { asWellAsStep, questionOfAccount } from '../second-step/as-well-as-step.js'
import { NewPasskeyForm, nothingTyped, PasskeyAnswerForm } from '../second-step/forms.js'
import { codesWhereNone, hasSecondStep } from '../second-step/second-step.js'
import { onThisPage, stepNowOf } from '../second-step/step-now.js'
import { tell } from '../sessions.js'
import { whatIsAsked, whyNotReallyThem } from '../signing-in/really-them.js'
import { newPasskeyIn, toAddPasskey, wrongPasskey } from './asking-passkeys.js'
import { addPasskey } from './passkeys.js'
import { hasPasskeys } from './where-they-work.js'

const here = '/account/second-step/passkeys'

interface Begun {
  name: string
  next: string
}

/** Somebody adds a passkey to their account: what they call it, who they are once more, and what the device answers. */
export function addingPasskeyRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()
  const { asked } = asWellAsStep(house)

  routes.get(`${here}/new`, async (req, res) => {
    await showNew(res, formOf({ next: localPath(queried(req, 'next'), '/account#second-step') }))
  })

  routes.post(`${here}/new`, async (req, res) => {
    const reading = read(NewPasskeyForm, req.body)
    if (!reading.ok) return showNew(res.status(422), reading.form)
    const { name, next, ...shown } = reading.values
    const form = await whatIsWrong(req, res, shown)
    if (form) return showNew(res, { ...form, values: { name, next: localPath(next, '/account#second-step') } })
    const begun: Begun = { name, next: localPath(next, '/account#second-step') }
    res.redirect(303, await handToPage(db, res, `${here}/adding`, begun))
  })

  routes.get(`${here}/adding`, async (req, res) => {
    await showAdding(req, res, formOf())
  })

  routes.post(`${here}/adding`, async (req, res) => {
    const person = signedIn(res)
    const begun = await handedToPage<Begun>(db, res)
    if (!begun) return res.redirect(303, `${here}/new`)
    const reading = read(PasskeyAnswerForm, req.body)
    const answered = reading.ok ? await newPasskeyIn(house, req, person, reading.values.passkey) : null
    if (!answered) return showAdding(req, res.status(422), addMistake(formOf(), 'passkey', wrongPasskey))
    const codes = await inOne(db, async trx => {
      await addPasskey(trx, person, { ...answered, name: begun.name })
      return codesWhereNone(trx, person.id)
    })
    await endOtherSessions(db, res, person.id)
    if (codes.length === 0) {
      await tell(db, res, `“${begun.name}” opens your account from now on.`)
      return res.redirect(303, begun.next)
    }
    res.redirect(303, await handToPage(db, res, '/account/second-step/recovery-codes', { codes, next: begun.next }))
  })

  /** Whoever has a second step shows it, so that a borrowed visit adds no key to the house. */
  async function whatIsWrong(
    req: Request,
    res: Response,
    shown: Parameters<typeof asked>[2],
  ): Promise<FormState | null> {
    if (await hasSecondStep(db, signedIn(res).id)) {
      if (shown.code || shown.recovery || shown.passkey) return asked(req, res, shown)
      res.status(422)
      return addMistake(formOf(), 'code', nothingTyped)
    }
    const asking = await whatIsAsked(db, res)
    const mistake = await whyNotReallyThem(db, req, res, shown.password, asking)
    return mistake ? addMistake(formOf(), asking.password ? 'password' : '', mistake) : null
  }

  async function showNew(res: Response, { values, ...form }: FormState): Promise<void> {
    const { id } = signedIn(res)
    const step = await stepNowOf(house, id, questionOfAccount)
    const { name = '', next } = values
    show(res, 'people/passkey-new', {
      title: 'Add a passkey',
      works: hasPasskeys(baseUrl),
      asksPassword: (await whatIsAsked(db, res)).password,
      step: (await hasSecondStep(db, id)) ? step : null,
      form: { ...onThisPage({ values: {}, ...form }, step), values: { name } },
      next: localPath(next, '/account#second-step'),
    })
  }

  async function showAdding(req: Request, res: Response, form: FormState): Promise<void> {
    const person = signedIn(res)
    const begun = await handedToPage<Begun>(db, res)
    if (!begun) return res.redirect(303, `${here}/new`)
    const options = JSON.stringify(await toAddPasskey(house, req, res, person))
    show(res, 'people/passkey-adding', { title: `Add “${begun.name}”`, form, options, address: req.originalUrl })
  }

  return routes
}
