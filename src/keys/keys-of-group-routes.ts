import { type Response, Router } from 'express'
import { inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { NotAllowed, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { hashOfPassword } from '../people/passwords/passwords.js'
import { tell } from '../people/sessions.js'
import { readAndLook } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { PassphraseForm } from './forms.js'
import { makeKey } from './keys.js'
import { keysOfGroupPage } from './keys-of-group-page.js'
import { schoolToMakeKeyFor } from './permissions.js'

/** The keys of a group, one a school: seen by those in it, and made by somebody who comes from the school. */
export function keysOfGroupRoutes({ db, keys }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/keys', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    show(res, 'keys/of-group', await keysOfGroupPage(db, person, enquiry))
  })

  routes.post('/groups/:group/keys', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    const schoolId = schoolToMakeKeyFor(person, enquiry.groupId)
    if (!schoolId || enquiry.closedAt)
      throw new NotAllowed('A key is made by somebody in the group who comes from that school.')
    const reading = await readAndLook(PassphraseForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'keys/of-group', await keysOfGroupPage(db, person, enquiry, reading.form))
    const of = { groupId: enquiry.groupId, networkId: enquiry.networkId, schoolId }
    const hash = await hashOfPassword(reading.values.passphrase)
    const id = await inOne(db, trx => makeKey(trx, keys, of, person, hash))
    await tell(db, res, 'The key is made. Only you and the school’s data lead can open it.')
    res.redirect(303, `/keys/${id}`)
  })

  async function inside(res: Response, group: string) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, group)
    if (!enquiry.standing.member) throw new NotFound()
    return { person, enquiry }
  }

  return routes
}
