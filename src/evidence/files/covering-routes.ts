import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { prepareCovered } from '../../files/pictures/covering.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import type { Piece, PieceFile } from '../evidence.js'
import { areasIn, MOST_AREAS } from '../../files/pictures/typed-areas.js'
import { CoveringForm } from '../forms.js'
import { numberOf, pictureOf } from '../listing/cards.js'
import { placeOf } from '../crumbs.js'
import { mayKeepUncovered } from './kept-originals.js'
import { findOwnPicture } from './own-files.js'
import { coverPicture } from './replacing.js'
import { sameFilesOf } from './same-files.js'

/** A picture that is covered in parts, or cut, before others see it. For whoever keeps the piece. */
export function coveringRoutes({ db, store }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/files/:file/covering', async (req, res) => {
    const person = signedIn(res)
    const { piece, file } = await findOwnPicture(db, person, req.params)
    await showCovering(res, db, person, piece, file, formOf({ with: 'colour', original: 'erase' }))
  })

  routes.post('/evidence/:id/files/:file/covering', async (req, res) => {
    const person = signedIn(res)
    const { piece, file } = await findOwnPicture(db, person, req.params)
    const reading = read(CoveringForm, req.body)
    const found = areasIn(req.body as Record<string, unknown>)
    const form = reading.ok ? formOf(req.body) : reading.form
    for (const { field, text } of found.mistakes) addMistake(form, field, text)
    if (reading.ok && form.summary.length === 0 && found.areas.length === 0 && !found.crop)
      addMistake(form, 'left1', 'Say which part to cover, or where to cut')
    if (!reading.ok || form.summary.length > 0) return showCovering(res.status(422), db, person, piece, file, form)
    const { version, original, agreed, with: covering } = reading.values
    const { areas, crop } = found
    const keptBecause = original === 'keep' ? agreed : null
    const is = { ...file, version }
    const prepared = await prepareCovered(store, file, { areas, with: covering, ...(crop ? { crop } : {}) })
    await inOne(db, trx => coverPicture(trx, piece, is, person, prepared, keptBecause))
    await tell(
      db,
      res,
      keptBecause === null
        ? 'The picture is covered, and what it was before is erased. Read its description again: does it still fit?'
        : 'The picture is covered. What it was before is kept, for you alone. Read its description again: does it still fit?',
    )
    res.redirect(303, `/evidence/${piece.id}/files`)
  })

  return routes
}

async function showCovering(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  file: PieceFile,
  form: FormState,
): Promise<void> {
  const twins = (await sameFilesOf(db, person, piece)).get(file.id) ?? []
  show(res, 'evidence/cover', {
    title: `Cover or cut ${file.name}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    picture: { ...pictureOf(file), alt: file.alt },
    version: file.version,
    address: `/evidence/${piece.id}/files/${file.id}/covering`,
    back: `/evidence/${piece.id}/files`,
    form,
    most: MOST_AREAS,
    consent: mayKeepUncovered(piece) ? null : `/evidence/${piece.id}/consent`,
    twins,
  })
}
