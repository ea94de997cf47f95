import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { fileOf, findEvidence } from '../evidence.js'
import { DescriptionForm } from '../forms.js'
import { receive, refusedFilesInWords } from '../logging/taking-in.js'
import { mayDescribePictures, mayReviseEvidence } from '../permissions.js'
import { attachFiles, describePicture } from './files.js'
import { showFiles } from './files-page.js'
import { roomLeftFor } from './room-for-files.js'
import { sameFilesInWords } from './same-files.js'

const notYours = 'The files of a piece are its author’s to add and take out.'

/** The files of a piece on a page of their own: adding to them, and saying what pictures show. */
export function fileRoutes(house: House): Router {
  const { db, store } = house
  const routes = Router()

  routes.get('/evidence/:id/files', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayDescribePictures(person, piece), notYours)
    await showFiles(res, db, person, piece, formOf())
  })

  routes.post('/evidence/:id/files', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const refuse = (status: number, sentence: string) =>
      showFiles(res.status(status), db, person, piece, addMistake(formOf(), 'files', sentence))
    const received = await receive(house, req, res, await roomLeftFor(db, piece.groupId))
    if ('sentence' in received) return refuse(received.status, received.sentence)
    if (await answeredBefore(db, req, res, received.fields.once)) return
    const { prepared, refused: damaged } = await prepareFiles(store, received.arrived)
    const refused = [...received.refused, ...damaged]
    if (prepared.length === 0)
      return refuse(422, refused.length > 0 ? refusedFilesInWords(refused) : 'Choose a photo or a file first')

    await inOne(db, trx => attachFiles(trx, piece, person, prepared))
    const same = await sameFilesInWords(db, person, await findEvidence(db, person, piece.id), prepared.length)
    const added = `${plural(prepared.length, 'file', 'files')} added.${same && ` ${same}`}`
    const left = refused.length > 0
    await tell(
      db,
      res,
      left ? `${added} This could not come in. ${refusedFilesInWords(refused)}` : added,
      left ? 'waiting' : 'done',
    )
    const address = `/evidence/${piece.id}/files`
    res.redirect(303, address)
  })

  routes.post('/evidence/:id/files/:file/description', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayDescribePictures(person, piece), notYours)
    const file = fileOf(piece, req.params.file)
    const reading = read(DescriptionForm, req.body)
    if (!reading.ok) return showFiles(res.status(422), db, person, piece, formOf(), { [file.id]: reading.form })
    await inOne(db, trx => describePicture(trx, piece, person, file.id, reading.values.alt))
    await tell(db, res, 'The description is saved.')
    res.redirect(303, `/evidence/${piece.id}/files`)
  })

  return routes
}
