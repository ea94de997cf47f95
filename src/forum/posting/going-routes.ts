import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { pageOfPost } from '../base.js'
import { findPost, isStillHere } from '../finding.js'
import { FoldingForm, MetForm } from '../forms.js'
import '../pages.js'
import { mayChangePost, mayFoldAway, maySayMet } from '../permissions.js'
import { foldAway, openAgain, sayMet, sayOpen, takeDown } from './going.js'

/** A post leaves the list: taken down by its author, folded away by a leader, or as a request that is met. */
export function goingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/:post' as const

  routes.get(`${at}/taking-down`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allow(mayChangePost(found.person, found.post))
    show(res, 'forum/taking-down', { ...pageOfPost(found, 'Take your post down'), form: formOf() })
  })

  routes.post(`${at}/taking-down`, async (req, res) => {
    const { person, post, address } = await findPost(db, signedIn(res), req.params)
    allow(mayChangePost(person, post))
    await inOne(db, trx => takeDown(trx, post, person))
    await tell(db, res, 'Your post is taken down.')
    res.redirect(303, address)
  })

  routes.get(`${at}/folding`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allow(mayFoldAway(found.person, found.post))
    show(res, 'forum/folding', { ...pageOfPost(found, 'Fold this post away'), form: formOf() })
  })

  routes.post(`${at}/folding`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const { person, post, postAddress } = found
    allow(mayFoldAway(person, post))
    const reading = read(FoldingForm, req.body)
    if (!reading.ok) {
      const page = { ...pageOfPost(found, 'Fold this post away'), form: reading.form }
      return show(res.status(422), 'forum/folding', page)
    }
    await inOne(db, trx => foldAway(trx, post, person, reading.values.because))
    await tell(db, res, 'The post is folded away. Its author reads your reason.')
    res.redirect(303, postAddress)
  })

  routes.post(`${at}/folding/end`, async (req, res) => {
    const { person, post, postAddress } = await findPost(db, signedIn(res), req.params)
    allow(mayFoldAway(person, post))
    await inOne(db, trx => openAgain(trx, post, person))
    await tell(db, res, 'The post stands in the forum again.')
    res.redirect(303, postAddress)
  })

  routes.post(`${at}/met`, async (req, res) => {
    const { person, post, postAddress } = await findPost(db, signedIn(res), req.params)
    allow(maySayMet(person, post, await isStillHere(db, post)), 'Whoever asked says when help has come.')
    const { answer } = wellRead(read(MetForm, req.body))
    await inOne(db, trx => sayMet(trx, post, person, answer || null))
    await tell(db, res, 'Good. The request is met.')
    res.redirect(303, postAddress)
  })

  routes.post(`${at}/still-open`, async (req, res) => {
    const { person, post, postAddress } = await findPost(db, signedIn(res), req.params)
    allow(maySayMet(person, post, await isStillHere(db, post)), 'Whoever asked says whether it is still open.')
    await inOne(db, trx => sayOpen(trx, post, person))
    await tell(db, res, 'The request is open. We ask you again in four weeks.')
    res.redirect(303, postAddress)
  })

  return routes
}
