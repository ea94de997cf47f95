import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { receiveFiles } from '../../files/receiving/receiving.js'
import { sendFile, sendPicture, sizeAsked } from '../../files/sending.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { pageOfPost } from '../base.js'
import { findPost, type FoundPost, readsWordsOf } from '../finding.js'
import { FileForm } from '../forms.js'
import '../pages.js'
import { mayChangePost } from '../permissions.js'
import { addFiles, filesOf, findFileOf, takeOutFile } from './files.js'

const reserve = 200 * 1024 * 1024
const mostPerPost = 100 * 1024 * 1024

/** Files that hang on a post: what is offered as a copy, a photograph of a wall. */
export function fileRoutes({ db, store }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/:post/files' as const
  const receive = receiveFiles({ store, maxFiles: 4, freeReserveBytes: reserve, roomLeft: mostPerPost })

  const page = async (found: FoundPost, form: FormState) => {
    const files = await filesOf(db, found.post, found.postAddress)
    return { ...pageOfPost(found, 'Files of your post'), files, form }
  }

  routes.get(at, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allow(mayChangePost(found.person, found.post))
    show(res, 'forum/files', await page(found, formOf()))
  })

  routes.post(at, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const { person, post, postAddress } = found
    allow(mayChangePost(person, post))
    const { fields, arrived, refused } = await receive(req, res)
    const { once, ...sent } = fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return
    const again = async (form: FormState) => show(res.status(422), 'forum/files', await page(found, form))
    const reading = read(FileForm, sent)
    const form = reading.ok ? formOf(sent) : reading.form
    if (arrived.length + refused.length === 0) addMistake(form, 'files', 'Choose a file')
    for (const file of refused) addMistake(form, 'files', `${file.name}: ${file.because}`)
    if (reading.ok && !reading.values.alt && arrived.some(file => file.kind === 'image'))
      addMistake(form, 'alt', 'Say in a sentence what the picture shows, for those who cannot see it')
    if (!reading.ok || form.summary.length > 0) return again(form)
    const prepared = await prepareFiles(store, arrived)
    for (const file of prepared.refused) addMistake(form, 'files', `${file.name}: ${file.because}`)
    if (form.summary.length > 0) return again(form)
    await inOne(db, trx => addFiles(trx, post, person, prepared.prepared, reading.values.alt))
    await tell(db, res, prepared.prepared.length === 1 ? 'The file is on your post.' : 'The files are on your post.')
    res.redirect(303, postAddress)
  })

  routes.post(`${at}/:file/removal`, async (req, res) => {
    const { person, post, postAddress } = await findPost(db, signedIn(res), req.params)
    allow(mayChangePost(person, post))
    const file = await findFileOf(db, post, req.params.file)
    await inOne(db, trx => takeOutFile(trx, post, file))
    await tell(db, res, `“${file.name}” is off your post.`)
    res.redirect(303, `${postAddress}/files`)
  })

  routes.get([`${at}/:file/:name`, `${at}/:file/picture/:name`], async (req, res) => {
    const params = req.params as { network: string; post: string; file: string }
    const found = await findPost(db, signedIn(res), params)
    if (!readsWordsOf(found)) throw new NotFound('file')
    const file = await findFileOf(db, found.post, params.file)
    if (req.path.includes('/picture/')) return sendPicture(res, req, { db, store }, file, sizeAsked(req))
    await sendFile(res, req, store, file)
  })

  return routes
}
