import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { findPost } from '../finding.js'
import { JoinForm } from '../forms.js'
import { mayChangePost, mayTakePart } from '../permissions.js'
import { schoolChosen } from '../posting/post-form-page.js'
import { cancelDate, joinPost, leavePost } from './joining.js'

/** Colleagues say that they come, or that they do not come after all; whoever asked them calls it off. */
export function joiningRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/:post' as const

  routes.post(`${at}/places`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const { person, network, post, postAddress } = found
    allow(mayTakePart(person, network) && post.postedBy !== person.id)
    const { school } = wellRead(read(JoinForm, req.body))
    const state = await inOne(db, trx => joinPost(trx, post, person, schoolChosen(found, school)))
    const said = state === 'coming' ? 'You have a place.' : 'It is full. You are on the waiting list.'
    await tell(db, res, said)
    res.redirect(303, `${postAddress}#coming`)
  })

  routes.post(`${at}/places/leaving`, async (req, res) => {
    const { person, network, post, postAddress } = await findPost(db, signedIn(res), req.params)
    allow(mayTakePart(person, network))
    await inOne(db, trx => leavePost(trx, post, person))
    await tell(db, res, 'You are off the list. If somebody was waiting, they have your place.')
    res.redirect(303, `${postAddress}#coming`)
  })

  routes.post(`${at}/date/cancellation`, async (req, res) => {
    const { person, post, postAddress } = await findPost(db, signedIn(res), req.params)
    allow(mayChangePost(person, post) && post.onDay !== null && post.dateCancelledAt === null)
    await inOne(db, trx => cancelDate(trx, post, person))
    await tell(db, res, `It is called off. ${heardBy(mail).tells('those who said that they come')}`)
    res.redirect(303, postAddress)
  })

  return routes
}
