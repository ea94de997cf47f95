import { Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { sendFile } from '../../files/sending.js'
import { asVersion, findVersion, mayTakeThePlaceOf } from '../../files/versions.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { VersionForm } from '../forms.js'
import { receive, refusedFilesInWords } from '../logging/taking-in.js'
import { findOwnFile } from './own-files.js'
import { bringBackVersion, eraseEarlier, replaceFile } from './replacing.js'
import { roomLeftFor } from './room-for-files.js'
import { showVersions } from './versions-page.js'

/** A file with its versions: replaced, brought back, or its past erased. For whoever keeps the piece. */
export function versionRoutes(house: House): Router {
  const { db, store } = house
  const routes = Router()

  routes.get('/evidence/:id/files/:file/versions', async (req, res) => {
    const person = signedIn(res)
    const { piece, file } = await findOwnFile(db, person, req.params)
    await showVersions(res, db, person, piece, file, formOf())
  })

  routes.post('/evidence/:id/files/:file/versions', async (req, res) => {
    const person = signedIn(res)
    const { piece, file } = await findOwnFile(db, person, req.params)
    const received = await receive(house, req, res, await roomLeftFor(db, piece.groupId))
    const refuse = (status: number, sentence: string) =>
      showVersions(res.status(status), db, person, piece, file, addMistake(formOf(), 'files', sentence))
    if ('sentence' in received) return refuse(received.status, received.sentence)
    const { once, version: sentUpon } = received.fields
    if (await answeredBefore(db, req, res, once)) return
    const version = versionIn({ version: sentUpon })
    const { prepared, refused: damaged } = await prepareFiles(store, received.arrived.slice(0, 1))
    const refused = [...received.refused, ...damaged]
    const [other] = prepared
    if (!other)
      return refuse(422, refused.length > 0 ? refusedFilesInWords(refused) : 'Choose the file that takes its place')
    if (!mayTakeThePlaceOf(file, other))
      return refuse(
        422,
        'A picture is replaced by a picture, sound or film by sound or film, a document by a document.',
      )
    await inOne(db, trx => replaceFile(trx, piece, { ...file, version }, person, other))
    await tell(db, res, 'The file is replaced. What it was before is kept below.')
    const address = `/evidence/${piece.id}/files/${file.id}/versions`
    res.redirect(303, address)
  })

  routes.post('/evidence/:id/files/:file/versions/:version/return', async (req, res) => {
    const person = signedIn(res)
    const { piece, file } = await findOwnFile(db, person, req.params)
    const version = versionIn(req.body)
    const former = await findVersion(db, file.id, Number(req.params.version))
    await inOne(db, trx => bringBackVersion(trx, piece, { ...file, version }, person, former))
    await tell(db, res, `Version ${former.version} stands again.`)
    res.redirect(303, `/evidence/${piece.id}/files/${file.id}/versions`)
  })

  routes.post('/evidence/:id/files/:file/versions/erasure', async (req, res) => {
    const person = signedIn(res)
    const { piece, file } = await findOwnFile(db, person, req.params)
    await inOne(db, trx => eraseEarlier(trx, piece, file, person))
    await tell(db, res, 'The earlier versions are erased for good.')
    res.redirect(303, `/evidence/${piece.id}/files/${file.id}/versions`)
  })

  routes.get('/evidence/:id/files/:file/versions/:version/:name', async (req, res) => {
    const { file } = await findOwnFile(db, signedIn(res), req.params)
    const version = await findVersion(db, file.id, Number(req.params.version))
    await sendFile(res, req, store, asVersion(file, version))
  })

  return routes
}

/** The version that a form was opened upon. @throws Conflict */
function versionIn(sent: unknown): number {
  const reading = read(VersionForm, sent)
  if (!reading.ok) throw new Conflict('This form has changed since you opened it. Open the page again.')
  return reading.values.version
}
