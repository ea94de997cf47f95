import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { asWellAsStep, questionOfAccount } from '../second-step/as-well-as-step.js'
import { ChangingForm, PasskeyNameForm } from '../second-step/forms.js'
import { forgetCodesWithoutStep } from '../second-step/second-step.js'
import { tell } from '../sessions.js'
import { toAskPasskey } from './asking-passkeys.js'
import { findOwnPasskey, removePasskey, renamePasskey } from './passkeys.js'

const here = '/account/second-step/passkeys'

/** Somebody calls a passkey of theirs something else, or removes it. */
export function passkeyRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const { asked, changingPage } = asWellAsStep(house)

  routes.post(questionOfAccount, async (req, res) => {
    res.json(await toAskPasskey(house, req, res, 'second step', signedIn(res).id))
  })

  routes.get(`${here}/:passkey`, async (req, res) => {
    const one = await findOwnPasskey(db, signedIn(res), req.params.passkey)
    show(res, 'people/passkey', { title: one.name, one, form: formOf({ name: one.name }) })
  })

  routes.post(`${here}/:passkey`, async (req, res) => {
    const one = await findOwnPasskey(db, signedIn(res), req.params.passkey)
    const reading = read(PasskeyNameForm, req.body)
    if (!reading.ok) return show(res.status(422), 'people/passkey', { title: one.name, one, form: reading.form })
    await inOne(db, trx => renamePasskey(trx, one, reading.values.name))
    await tell(db, res, `It is called “${reading.values.name}” now.`)
    res.redirect(303, '/account#second-step')
  })

  routes.get(`${here}/:passkey/removal`, async (req, res) => {
    const one = await findOwnPasskey(db, signedIn(res), req.params.passkey)
    show(res, 'people/second-step-changing', await changingPage(res, removing(one.name), req.path, formOf()))
  })

  routes.post(`${here}/:passkey/removal`, async (req, res) => {
    const person = signedIn(res)
    const one = await findOwnPasskey(db, person, req.params.passkey)
    const reading = read(ChangingForm, req.body)
    const form = reading.ok ? await asked(req, res, reading.values) : (res.status(422), reading.form)
    if (form)
      return show(res, 'people/second-step-changing', await changingPage(res, removing(one.name), req.path, form))
    await inOne(db, async trx => {
      await removePasskey(trx, one, person)
      await forgetCodesWithoutStep(trx, person.id)
    })
    await tell(db, res, `“${one.name}” does not open your account any more.`)
    res.redirect(303, '/account#second-step')
  })

  return routes
}

function removing(name: string) {
  return {
    title: `Remove “${name}”`,
    lede: 'It does not open your account any more. Remove it on the device too, in the settings for passkeys or passwords.',
    button: 'Remove this passkey',
  }
}
