import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { isRipe } from '../../grave-acts/carrying-out.js'
import { secondPeople } from '../../grave-acts/who-agrees.js'
import type { House } from '../../house.js'
import { hashOfPassword } from '../../people/passwords/passwords.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, readAndLook } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { TakeoverForm, TakingOverForm } from '../forms.js'
import { findKey } from '../keys.js'
import { tryPassphrase } from '../opening/opening.js'
import { becomeOwner } from './handing-over.js'
import { handoverPage } from './handover-page.js'
import { askToTakeOver, keyTakenOver, openTakeover, takeOverTogether } from './taking-over.js'

/** A key goes to the data lead of its school: with its old passphrase, or when a second person of the school agrees and a day has passed. */
export function takingOverRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()

  routes.post('/keys/:key/owner', async (req, res) => {
    const { person, key } = await asDataLead(req, res)
    const reading = await readAndLook(TakingOverForm, req.body)
    if (!reading.ok) return show(res.status(422), 'keys/handover', await handoverPage(db, person, key, reading.form))
    const { current = '', passphrase } = reading.values
    const asked = await openTakeover(db, key, person)
    const together = asked !== undefined && (await isRipe(db, asked))
    const refused = together ? undefined : await tryPassphrase(house, key, person, current)
    if (refused) {
      const form = addMistake(formOf(), 'current', refused)
      return show(res.status(422), 'keys/handover', await handoverPage(db, person, key, form))
    }
    const hash = await hashOfPassword(passphrase)
    await inOne(db, trx => (together ? takeOverTogether : becomeOwner)(trx, keys, key, person, hash))
    await tell(db, res, 'The key is yours to look after.')
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/takeovers', async (req, res) => {
    const { person, key } = await asDataLead(req, res)
    const reading = read(TakeoverForm, req.body)
    if (!reading.ok) return show(res.status(422), 'keys/handover', await handoverPage(db, person, key, reading.form))
    const asked = await inOne(db, trx => askToTakeOver(trx, key, person, reading.values.because))
    const who = listed((await secondPeople(db, keyTakenOver, asked)).map(one => one.name))
    await tell(
      db,
      res,
      `${who || 'A second person of the school'} can agree. A day after that you choose the new passphrase.`,
    )
    res.redirect(303, `/keys/${key.id}/handover`)
  })

  // Where it was read and answered before all grave acts had one page.
  routes.get('/keys/:key/takeovers/:takeover', (req, res) => {
    res.redirect(303, `/grave-acts/${req.params.takeover}`)
  })

  async function asDataLead(req: Request<{ key: string }>, res: Response) {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(person.isDataLeadOf(key.schoolId), 'The school’s data lead takes a key over.')
    return { person, key }
  }

  return routes
}
