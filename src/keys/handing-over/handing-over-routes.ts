import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { HandoverForm } from '../forms.js'
import { findKey } from '../keys.js'
import { handKeyOver, possibleOwners } from './handing-over.js'
import { handoverPage } from './handover-page.js'

/** Whoever looks after a key hands it on to a colleague of the school who is in the group. */
export function handingOverRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/keys/:key/handover', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    show(res, 'keys/handover', await handoverPage(db, person, key, formOf()))
  })

  routes.post('/keys/:key/handover', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(key.ownerId === person.id, 'Whoever looks after the key hands it on.')
    const reading = read(HandoverForm, req.body)
    const to = (await possibleOwners(db, key)).find(one => reading.ok && one.personId === reading.values.to)
    if (!to) {
      const form = addMistake(formOf(req.body), 'to', 'Choose who looks after it from now on')
      return show(res.status(422), 'keys/handover', await handoverPage(db, person, key, form))
    }
    await inOne(db, trx => handKeyOver(trx, key, person, to.personId))
    await tell(db, res, `${to.name} looks after the key now. Tell them its passphrase yourself, not by email.`)
    res.redirect(303, `/groups/${key.groupId}/keys`)
  })

  return routes
}
