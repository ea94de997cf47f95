import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { hashOfPassword } from '../../people/passwords/passwords.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read, readAndLook } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { OpeningForm, PassphraseForm } from '../forms.js'
import { findKey } from '../keys.js'
import { keyPage } from './key-page.js'
import { changePassphrase, closeKeyFor, findOpenKey, openKey, tryPassphrase } from './opening.js'

/** A key is opened with its passphrase, for a reason that others can read, and closed again; the passphrase can be another. */
export function openingRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()

  routes.get('/keys/:key', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    show(res, 'keys/key', await keyPage(house, person, key))
  })

  routes.post('/keys/:key/openings', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    const again = async (form: FormState) => show(res.status(422), 'keys/key', await keyPage(house, person, key, form))
    const reading = read(OpeningForm, req.body)
    if (!reading.ok) return again(reading.form)
    const { because, passphrase } = reading.values
    if ((await keys.passphraseOf(key.id)) === null) {
      allow(
        key.ownerId === person.id,
        'Whoever looks after the key chooses its first passphrase. You can take it over.',
      )
      const chosen = await readAndLook(PassphraseForm, { passphrase })
      if (!chosen.ok) return again(withoutPassphrase(req.body, chosen.form.errors.passphrase!))
      const hash = await hashOfPassword(chosen.values.passphrase)
      await inOne(db, trx => changePassphrase(trx, keys, key, person, hash))
    }
    const refused = await tryPassphrase(house, key, person, passphrase)
    if (refused) return again(withoutPassphrase(req.body, refused))
    await inOne(db, trx => openKey(trx, key, person, because))
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/passphrase', async (req, res) => {
    const person = signedIn(res)
    const key = await findOpenKey(db, person, req.params.key)
    const reading = await readAndLook(PassphraseForm, req.body)
    if (!reading.ok) return show(res.status(422), 'keys/key', await keyPage(house, person, key, reading.form))
    const hash = await hashOfPassword(reading.values.passphrase)
    await inOne(db, trx => changePassphrase(trx, keys, key, person, hash))
    await tell(db, res, 'The key has a new passphrase. Tell it to the data lead yourself, not by email.')
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/closing', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    await closeKeyFor(db, key, person.id)
    await tell(db, res, 'The key is closed.')
    res.redirect(303, '/')
  })

  return routes
}

/** The form comes back with its words, but never with what was typed as a passphrase. */
function withoutPassphrase(body: unknown, refused: string): FormState {
  const { passphrase: _passphrase, ...typed } = (body ?? {}) as Record<string, unknown>
  return addMistake(formOf(typed), 'passphrase', refused)
}
