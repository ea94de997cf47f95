import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { ACCEPT } from '../../files/receiving/rules.js'
import { sendFile, type Version } from '../../files/sending.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { addressOf, numberOf, within } from '../listing/cards.js'
import { findEvidence, findFile, type Piece } from '../evidence.js'
import { attachFiles, describePicture } from './files.js'
import { DescriptionForm } from '../forms.js'
import { mayDescribePictures, mayReviseEvidence } from '../permissions.js'
import { mostFilesAtOnce, roomLeftFor } from './room-for-files.js'
import { sameFilesInWords, sameFilesOf } from './same-files.js'
import { shownFile } from '../showing.js'
import { crumbsTo } from '../standing-by.js'
import { inWords, receive } from '../logging/taking-in.js'
import { removeFile } from '../withdrawing/withdrawing.js'

const notYours = 'The files of a piece are its author’s to add and take out.'

/** Files of a piece: adding, describing, taking out, and handing them to those who may see the piece. */
export function fileRoutes(house: House, { erases }: Pick<Brought, 'erases'>): Router {
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
    const received = await receive(house, req, res, await roomLeftFor(db, piece.groupId))
    if ('sentence' in received)
      return refuse(res.status(received.status), db, person, piece, addMistake(formOf(), 'files', received.sentence))
    if (await answeredBefore(db, req, res, received.fields.once)) return
    const { prepared, refused: damaged } = await prepareFiles(store, received.arrived)
    const refused = [...received.refused, ...damaged]
    if (prepared.length === 0) {
      const sentence = refused.length > 0 ? inWords(refused) : 'Choose a photo or a file first'
      return refuse(res.status(422), db, person, piece, addMistake(formOf(), 'files', sentence))
    }
    await inOne(db, trx => attachFiles(trx, piece, person, prepared))
    const same = await sameFilesInWords(db, person, await findEvidence(db, person, piece.id), prepared.length)
    const added = `${plural(prepared.length, 'file', 'files')} added.${same && ` ${same}`}`
    await tell(db, res, refused.length > 0 ? `${added} This could not come in. ${inWords(refused)}` : added)
    const address = `/evidence/${piece.id}/files`
    res.redirect(303, address)
  })

  routes.post('/evidence/:id/files/:file/description', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayDescribePictures(person, piece), notYours)
    const file = fileIn(piece, req.params.file)
    const reading = read(DescriptionForm, req.body)
    if (!reading.ok) return showFiles(res.status(422), db, person, piece, formOf(), { [file.id]: reading.form })
    await inOne(db, trx => describePicture(trx, piece, person, file.id, reading.values.alt))
    await tell(db, res, 'The description is saved.')
    res.redirect(303, `/evidence/${piece.id}/files`)
  })

  routes.get('/evidence/:id/files/:file/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const file = fileIn(piece, req.params.file)
    show(res, 'evidence/confirm', {
      title: `Take out ${file.name}`,
      breadcrumbs: await crumbsTo(db, person, piece, true),
      confirm: {
        heading: `Take out ${file.name}`,
        what: [
          `The file is taken out of ${numberOf(piece)} and erased from the workbench. The words of the piece stay.`,
        ],
        address: `/evidence/${piece.id}/files/${file.id}/removal`,
        button: 'Take it out',
        danger: true,
        cancel: { href: `/evidence/${piece.id}/files`, text: 'Leave it in' },
      },
    })
  })

  routes.post('/evidence/:id/files/:file/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const file = fileIn(piece, req.params.file)
    await inOne(db, trx => removeFile(trx, piece, file, person, erases))
    await tell(db, res, 'The file is taken out and erased.')
    res.redirect(303, `/evidence/${piece.id}/files`)
  })

  // The name at the end is for people; the id decides.
  const versions: [string, Version][] = [
    ['/files/:id/:name', {}],
    ['/files/:id/small/:name', { small: true }],
    ['/files/:id/thumbnail/:name', { thumbnail: true }],
  ]
  for (const [path, version] of versions)
    routes.get(path, async (req, res) => {
      const file = await findFile(db, signedIn(res), req.params.id as string)
      await sendFile(res, req, store, file, version)
    })

  return routes
}

function fileIn(piece: Piece, id: string) {
  const file = piece.files.find(one => one.id === id)
  if (!file) throw new NotFound('file')
  return file
}

async function refuse(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  await showFiles(res, db, person, piece, form)
}

async function showFiles(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  form: FormState,
  descriptions: Record<string, FormState> = {},
): Promise<void> {
  const same = await sameFilesOf(db, person, piece)
  show(res, 'evidence/files', {
    title: `Pictures and files of ${numberOf(piece)}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    address: `/evidence/${piece.id}/files`,
    back: `/evidence/${piece.id}`,
    form,
    files: piece.files.map(file => ({
      ...shownFile(file),
      same: same.get(file.id) ?? [],
      picture: file.kind === 'image' ? { address: addressOf(file, 'small'), ...within(file, 1600) } : null,
      form: descriptions[file.id] ?? formOf({ alt: file.alt }),
    })),
    accept: ACCEPT,
    most: mostFilesAtOnce,
    may: { attach: mayReviseEvidence(person, piece), describe: mayDescribePictures(person, piece) },
  })
}
