import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { hashOfPassword } from '../../people/passwords/passwords.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { TakeoverForm, TakingOverForm } from '../forms.js'
import { findKey } from '../keys.js'
import { tryPassphrase } from '../opening/opening.js'
import { mayAgreeToTakeover, takeoverIsOpen } from '../permissions.js'
import { becomeOwner } from './handing-over.js'
import { handoverPage } from './handover-page.js'
import { answerTakeover, askToTakeOver, findTakeover, openTakeover, takeOverTogether } from './taking-over.js'

/** A key goes to the data lead of its school: with its old passphrase, or when a second person of the school agrees. */
export function takingOverRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()

  routes.post('/keys/:key/owner', async (req, res) => {
    const { person, key } = await asDataLead(req, res)
    const reading = read(TakingOverForm, req.body)
    if (!reading.ok) return show(res.status(422), 'keys/handover', await handoverPage(db, person, key, reading.form))
    const { current = '', passphrase } = reading.values
    const together = (await openTakeover(db, key, person))?.agreedAt
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
    await tell(db, res, `${listed(asked.agreers.map(one => one.name))} can agree. Then you choose the new passphrase.`)
    res.redirect(303, `/keys/${key.id}/handover`)
  })

  routes.get('/keys/:key/takeovers/:takeover', async (req, res) => {
    const person = signedIn(res)
    const asked = await findTakeover(db, person, req.params.takeover)
    show(res, 'keys/takeover', {
      title: `The key of ${asked.key.school}`,
      breadcrumbs: [],
      asked,
      address: req.path,
      open: takeoverIsOpen(asked),
      who: listed(asked.agreers.map(one => one.name)),
      may: { answer: takeoverIsOpen(asked) && mayAgreeToTakeover(person, asked) },
    })
  })

  routes.post('/keys/:key/takeovers/:takeover/agreement', async (req, res) => {
    const { asker } = await answer(req, res, 'agreed')
    await tell(db, res, `${asker} takes the key over now.`)
    res.redirect(303, '/')
  })

  routes.post('/keys/:key/takeovers/:takeover/refusal', async (req, res) => {
    await answer(req, res, 'refused')
    await tell(db, res, 'The key stays where it is.')
    res.redirect(303, '/')
  })

  async function asDataLead(req: Request<{ key: string }>, res: Response) {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(person.isDataLeadOf(key.schoolId), 'The school’s data lead takes a key over.')
    return { person, key }
  }

  async function answer(req: Request<{ takeover: string }>, res: Response, how: 'agreed' | 'refused') {
    const person = signedIn(res)
    const asked = await findTakeover(db, person, req.params.takeover)
    allow(mayAgreeToTakeover(person, asked), 'A second person of the school answers this, not you.')
    if (!takeoverIsOpen(asked)) throw new Conflict('This has been answered already.')
    await inOne(db, trx => answerTakeover(trx, asked, person, how))
    return asked
  }

  return routes
}
