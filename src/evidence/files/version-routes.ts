import { type Request, type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import { prepareCovered } from '../../files/pictures/covering.js'
import { prepareFiles } from '../../files/keeping.js'
import { sendFile } from '../../files/sending.js'
import { asVersion, findVersion, mayTakeThePlaceOf, versionsOf } from '../../files/versions.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { dayAndTime } from '../../words/words.js'
import { addressOf, numberOf, within } from '../listing/cards.js'
import { findEvidence, type Piece, type PieceFile } from '../evidence.js'
import { mayKeepUncovered } from './kept-originals.js'
import { areasIn, CoveringForm, MOST_AREAS, VersionForm } from '../forms.js'
import { mayReviseEvidence } from '../permissions.js'
import { bringBackVersion, coverPicture, eraseEarlier, replaceFile } from './replacing.js'
import { roomLeftFor } from './room-for-files.js'
import { sameFilesOf } from './same-files.js'
import { crumbsTo } from '../standing-by.js'
import { inWords, receive } from '../logging/taking-in.js'

const notYours = 'The files of a piece are its author’s to replace and to cover.'

/** A file with its versions, and a picture that is covered or cut before others see it. For whoever keeps the piece. */
export function versionRoutes(house: House): Router {
  const { db, store } = house
  const routes = Router()

  async function keeping(req: Request<{ id: string; file: string }>, res: Response) {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const file = piece.files.find(one => one.id === req.params.file)
    if (!file) throw new NotFound('file')
    return { person, piece, file }
  }

  routes.get('/evidence/:id/files/:file/versions', async (req, res) => {
    const { person, piece, file } = await keeping(req, res)
    await showVersions(res, db, person, piece, file, formOf())
  })

  routes.post('/evidence/:id/files/:file/versions', async (req, res) => {
    const { person, piece, file } = await keeping(req, res)
    const received = await receive(house, req, res, await roomLeftFor(db, piece.groupId))
    const refuse = (status: number, sentence: string) =>
      showVersions(res.status(status), db, person, piece, file, addMistake(formOf(), 'files', sentence))
    if ('sentence' in received) return refuse(received.status, received.sentence)
    const { once, version } = received.fields
    if (await answeredBefore(db, req, res, once)) return
    const reading = read(VersionForm, { version })
    if (!reading.ok) throw new Conflict('This form has changed since you opened it. Open the page again.')
    const { prepared, refused: damaged } = await prepareFiles(store, received.arrived.slice(0, 1))
    const refused = [...received.refused, ...damaged]
    const [other] = prepared
    if (!other) return refuse(422, refused.length > 0 ? inWords(refused) : 'Choose the file that takes its place')
    if (!mayTakeThePlaceOf(file, other))
      return refuse(
        422,
        'A picture is replaced by a picture, sound or film by sound or film, a document by a document.',
      )
    await inOne(db, trx => replaceFile(trx, piece, { ...file, version: reading.values.version }, person, other))
    await tell(db, res, 'The file is replaced. What it was before is kept below.')
    const address = `/evidence/${piece.id}/files/${file.id}/versions`
    res.redirect(303, address)
  })

  routes.post('/evidence/:id/files/:file/versions/:version/return', async (req, res) => {
    const { person, piece, file } = await keeping(req, res)
    const reading = read(VersionForm, req.body)
    if (!reading.ok) throw new Conflict('This form has changed since you opened it. Open the page again.')
    const version = await findVersion(db, file.id, Number(req.params.version))
    await inOne(db, trx => bringBackVersion(trx, piece, { ...file, version: reading.values.version }, person, version))
    await tell(db, res, `Version ${version.version} stands again.`)
    res.redirect(303, `/evidence/${piece.id}/files/${file.id}/versions`)
  })

  routes.post('/evidence/:id/files/:file/versions/erasure', async (req, res) => {
    const { person, piece, file } = await keeping(req, res)
    await inOne(db, trx => eraseEarlier(trx, piece, file, person))
    await tell(db, res, 'The earlier versions are erased for good.')
    res.redirect(303, `/evidence/${piece.id}/files/${file.id}/versions`)
  })

  routes.get('/evidence/:id/files/:file/versions/:version/:name', async (req, res) => {
    const { file } = await keeping(req, res)
    const version = await findVersion(db, file.id, Number(req.params.version))
    await sendFile(res, req, store, asVersion(file, version))
  })

  routes.get('/evidence/:id/files/:file/covering', async (req, res) => {
    const { person, piece, file } = await keeping(req, res)
    await showCovering(res, db, person, piece, pictureOnly(file), formOf({ with: 'colour', original: 'erase' }))
  })

  routes.post('/evidence/:id/files/:file/covering', async (req, res) => {
    const { person, piece, file } = await keeping(req, res)
    pictureOnly(file)
    const reading = read(CoveringForm, req.body)
    const found = areasIn(req.body as Record<string, unknown>)
    const form = reading.ok ? formOf(req.body) : reading.form
    for (const { field, text } of found.mistakes) addMistake(form, field, text)
    if (reading.ok && form.summary.length === 0 && found.areas.length === 0 && !found.crop)
      addMistake(form, 'left1', 'Say which part to cover, or where to cut')
    if (!reading.ok || form.summary.length > 0) return showCovering(res.status(422), db, person, piece, file, form)
    const { version, original, agreed, with: how } = reading.values
    const { areas, crop } = found
    const keptBecause = original === 'keep' ? agreed : null
    const is = { ...file, version }
    const prepared = await prepareCovered(store, file, { areas, with: how, ...(crop ? { crop } : {}) })
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

function pictureOnly(file: PieceFile): PieceFile {
  if (file.kind !== 'image') throw new NotFound('picture')
  return file
}

const madeAs = { sent: 'Added', replaced: 'Replaced', restored: 'Brought back', covered: 'Covered or cut' }

async function showVersions(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  file: PieceFile,
  form: FormState,
): Promise<void> {
  const address = `/evidence/${piece.id}/files/${file.id}/versions`
  const versions = await versionsOf(db, file.id)
  const people = await namesOf(db, [file.uploadedBy, ...versions.map(one => one.madeBy)])
  show(res, 'evidence/versions', {
    title: `Versions of ${file.name}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    name: file.name,
    current: addressOf(file),
    version: file.version,
    address,
    back: `/evidence/${piece.id}/files`,
    form,
    accept: acceptFor(file),
    earlier: versions
      .filter(one => one.version !== file.version)
      .map(one => ({
        version: one.version,
        name: one.name,
        bytes: one.bytes,
        sentence: `${madeAs[one.how]} by ${people.get(one.madeBy)}, ${dayAndTime(one.madeAt)}`,
        keptBecause: one.keptBecause,
        address: `${address}/${one.version}/${encodeURIComponent(one.name)}`,
      })),
    sentence: `${madeAs[versions.find(one => one.version === file.version)?.how ?? 'sent']} by ${people.get(file.uploadedBy)}, ${dayAndTime(file.uploadedAt)}`,
  })
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
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    picture: { address: addressOf(file, 'small'), alt: file.alt, ...within(file, 1600) },
    version: file.version,
    address: `/evidence/${piece.id}/files/${file.id}/covering`,
    back: `/evidence/${piece.id}/files`,
    form,
    most: MOST_AREAS,
    consent: mayKeepUncovered(piece) ? null : `/evidence/${piece.id}/consent`,
    twins,
  })
}

function acceptFor(file: PieceFile): string {
  if (file.kind === 'image') return '.jpg,.jpeg,.png,.webp,.heic,.heif'
  return file.kind === 'sound' || file.kind === 'film' ? '.m4a,.mp3,.ogg,.webm,.mp4' : '.pdf,.docx,.xlsx,.csv,.txt'
}

async function namesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
