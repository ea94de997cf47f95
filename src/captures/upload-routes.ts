import { type Request, Router } from 'express'
import { inOne } from '../database.js'
import { allow, BadInput, Conflict, DiskFull, NotFound } from '../errors.js'
import { findEvidence } from '../evidence/evidence.js'
import { roomLeftFor } from '../evidence/files/room-for-files.js'
import { mayReviseEvidence } from '../evidence/permissions.js'
import { Resuming } from '../files/receiving/resuming.js'
import { because, diskReserve } from '../files/receiving/rules.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { signedIn } from '../web/signed-in.js'
import { captureNamed, filesOfCapture } from './capturing.js'
import { beginHalf, dropOlderHalves, findHalf, forgetHalf, halfById, touchHalf } from './half-uploads.js'

/** The files of captures, each resumed where it broke off (tus protocol). */
export function uploadRoutes({ db, store }: House): Router {
  const routes = Router()
  const uploads = new Resuming('/uploads', store, id => halfById(db, id))

  routes.post('/uploads', async (req, res) => {
    const person = signedIn(res)
    const { file, groupId } = await findAnnounced(person, announcedIn(req))
    if (file.settledAt) throw new Conflict('This file has arrived already.')
    if (req.get('upload-length') !== String(file.bytes))
      throw new BadInput('This file is not as long as it was said to be. Add it again.', 422)
    await keepReserve(file.bytes)
    await dropOlderHalves(db, store, file)
    const id = await inOne(db, async trx => {
      const room = await roomLeftFor(trx, groupId)
      if (file.bytes > room) throw new BadInput(because.noRoom(room), 413)
      return beginHalf(trx, file)
    })
    await uploads.handle(req, res, id)
  })

  routes.all('/uploads/:id', async (req, res) => {
    const person = signedIn(res)
    if (!['HEAD', 'PATCH', 'DELETE'].includes(req.method)) throw new NotFound()
    const half = await findHalf(db, person, req.params.id)
    await findAnnounced(person, half)
    if (req.method === 'PATCH') await keepReserve(Number(req.get('content-length') ?? 0))
    await uploads.handle(req, res)
    if (req.method === 'DELETE') await forgetHalf(db, half.id)
    else await touchHalf(db, half.id)
  })

  /** The file of a capture of theirs, in a piece that is still theirs to add to. @throws NotFound, NotAllowed */
  async function findAnnounced(person: Reader, { capture, part }: { capture: string; part: string }) {
    const named = await captureNamed(db, person, capture)
    const file = named && (await filesOfCapture(db, named)).find(one => one.part === part)
    if (!file) throw new NotFound('upload')
    const piece = await findEvidence(db, person, named.evidenceId)
    allow(mayReviseEvidence(person, piece), 'The files of a piece are its author’s to add and take out.')
    return { file, groupId: piece.groupId }
  }

  async function keepReserve(coming: number): Promise<void> {
    if ((await store.freeBytes()) - coming < diskReserve) throw new DiskFull()
  }

  return routes
}

/** `Upload-Metadata` of the tus protocol: pairs of a key and its value in base64. */
function announcedIn(req: Request): { capture: string; part: string } {
  const pairs = (req.get('upload-metadata') ?? '').split(',').map(pair => pair.trim().split(' '))
  const value = (name: string) => Buffer.from(pairs.find(([key]) => key === name)?.[1] ?? '', 'base64').toString('utf8')
  return { capture: value('capture'), part: value('part') }
}
