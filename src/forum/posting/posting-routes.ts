import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findForum, findPost } from '../finding.js'
import { isPostKind } from '../kinds.js'
import '../pages.js'
import { mayChangePost, mayTakePart } from '../permissions.js'
import { attached } from './attaching.js'
import { formOfPost, newPostForm, postFormPage, readPost, schoolChosen } from './post-form-page.js'
import { addPost, changePost } from './posting.js'

/** Somebody posts, and words it anew. */
export function postingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum' as const

  routes.get(`${at}/new`, async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    allow(mayTakePart(forum.person, forum.network))
    const kind = queried(req, 'kind')
    const form = newPostForm(isPostKind(kind) ? kind : 'done here')
    show(res, 'forum/edit', await postFormPage(db, forum, form))
  })

  routes.post(at, async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    const { person, network, address } = forum
    allow(mayTakePart(person, network))
    const { reading, page } = await readPost(db, forum, req.body)
    if (!reading.ok) return show(res.status(422), 'forum/edit', page)
    const { evidence, work, school, next, ...words } = reading.values
    const given = { ...words, ...attached({ evidence, work }) }
    const id = await inOne(db, trx => addPost(trx, network, person, given, schoolChosen(forum, school)))
    if (next === 'file') return res.redirect(303, `${address}/${id}/files`)
    await tell(db, res, 'Your post is in the forum.')
    res.redirect(303, `${address}/${id}`)
  })

  routes.get(`${at}/:post/edit`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allow(mayChangePost(found.person, found.post))
    show(res, 'forum/edit', await postFormPage(db, found, formOfPost(found.post), found))
  })

  routes.post(`${at}/:post`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const { person, post, postAddress } = found
    allow(mayChangePost(person, post))
    const { reading, page } = await readPost(db, found, req.body, found)
    if (!reading.ok) return show(res.status(422), 'forum/edit', page)
    const { evidence, work, school: _, next, ...words } = reading.values
    await inOne(db, trx => changePost(trx, post, person, { ...words, ...attached({ evidence, work }) }))
    if (next === 'file') return res.redirect(303, `${postAddress}/files`)
    await tell(db, res, 'Your post is saved.')
    res.redirect(303, postAddress)
  })

  return routes
}
