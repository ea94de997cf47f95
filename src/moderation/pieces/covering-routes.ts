import { type Request, Router } from 'express'
import { inOne, type Trx } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { inSizes } from '../../files/pictures/sizes.js'
import { record } from '../../facts/facts.js'
import type { Prepared } from '../../files/keeping.js'
import { prepareCovered } from '../../files/pictures/covering.js'
import { areasIn, MOST_AREAS } from '../../files/pictures/typed-areas.js'
import { eraseVersions, replaceBytes } from '../../files/versions.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { openRoundOf } from '../finding.js'
import { CoverForm } from '../forms.js'
import '../pages.js'
import type { CoverPage } from '../pages.js'
import { mayCoverPictures } from '../permissions.js'
import { type FileOfPiece, findPiece, nameOfPiece } from './pieces.js'
import { aboutPiece } from './putting-in.js'

type OfPicture = Request<{ network: string; round: string; piece: string; file: string }>

/** Faces and names in a picture that was brought for a round are covered, by whoever brought it or leads the round. */
export function coveringRoutes({ db, store }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation/:round/pieces/:piece/files/:file/covering' as const

  routes.get(at, async (req: OfPicture, res) => {
    show(res, 'moderation/cover', await pageOf(signedIn(res), req.params, formOf({ with: 'colour' })))
  })

  routes.post(at, async (req: OfPicture, res) => {
    const { there, found, file } = await pictureToCover(signedIn(res), req.params)
    const reading = read(CoverForm, req.body)
    const { areas, crop, mistakes } = areasIn(req.body as Record<string, unknown>)
    const form = reading.ok ? formOf(req.body) : reading.form
    for (const { field, text } of mistakes) addMistake(form, field, text)
    if (form.summary.length === 0 && areas.length === 0 && !crop)
      addMistake(form, 'left1', 'Say which part to cover, or where to cut')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'moderation/cover', await pageOf(there.person, req.params, form))
    const covering = { areas, with: reading.values.with, ...(crop ? { crop } : {}) }
    const prepared = await prepareCovered(store, file, covering)
    const is = { ...file, version: reading.values.version }
    await inOne(db, trx => coverPicture(trx, found.piece, is, there.person, prepared))
    await tell(db, res, 'The picture is covered, and what it was before is erased.')
    res.redirect(303, `${there.address}/pieces/${found.piece.id}`)
  })

  async function pictureToCover(person: Reader, at: OfPicture['params']) {
    const there = await openRoundOf(db, person, at)
    const found = await findPiece(db, person, there.round, at.piece)
    const file = found.files.find(one => one.id === at.file && one.kind === 'image')
    if (!file) throw new NotFound('picture')
    allow(mayCoverPictures(person, there, found.piece), 'Whoever brought it covers it, or the leader of the round.')
    return { there, found, file }
  }

  async function pageOf(person: Reader, at: OfPicture['params'], form: FormState): Promise<CoverPage> {
    const { there, found, file } = await pictureToCover(person, at)
    const back = `${there.address}/pieces/${found.piece.id}`
    return {
      title: `Cover or cut a picture of ${nameOfPiece(found)}`,
      ...{ head: there.head, form, back, piece: nameOfPiece(found), version: file.version, most: MOST_AREAS },
      address: `${back}/files/${file.id}/covering`,
      picture: {
        ...inSizes(file, size => `${back}/files/${file.id}/picture/${encodeURIComponent(file.name)}?size=${size}`),
        alt: file.alt,
      },
    }
  }

  return routes
}

/** What was there before is erased for good in every version: it was brought to be judged, and for nothing else. */
async function coverPicture(
  trx: Trx,
  piece: Parameters<typeof aboutPiece>[0],
  file: FileOfPiece,
  person: Reader,
  prepared: Prepared,
): Promise<void> {
  const is = await replaceBytes(trx, file, prepared, person, 'covered')
  await eraseVersions(trx, file, is.version)
  await record(trx, { kind: 'picture of a moderation piece covered', by: person, ...aboutPiece(piece), file: file.id })
}
