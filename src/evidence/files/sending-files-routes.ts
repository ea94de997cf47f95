import { Router } from 'express'
import { sendFile, sendPicture } from '../../files/sending.js'
import type { House } from '../../house.js'
import { noteRead } from '../../facts/reads/noting.js'
import type { Reader } from '../../names/reader.js'
import { signedIn } from '../../web/signed-in.js'
import { findFile, type FoundFile } from '../evidence.js'

/** Files, handed to those who may see the piece that holds them. */
export function sendingFilesRoutes(house: House): Router {
  const { db, store } = house
  const routes = Router()

  // The name at the end is for people; the id decides.
  routes.get('/files/:id/:name', async (req, res) => {
    await sendFile(res, req, store, await handed(signedIn(res), req.params.id))
  })

  for (const size of ['small', 'middle', 'thumbnail'] as const)
    routes.get(`/files/:id/${size}/:name`, async (req, res) => {
      await sendPicture(res, req, house, await handed(signedIn(res), req.params.id), size)
    })

  /** Where pupils may be seen or heard in it, it is noted who was handed it. */
  async function handed(person: Reader, id: string): Promise<FoundFile> {
    const file = await findFile(db, person, id)
    const { networkId, mayShowPupils } = file
    if (mayShowPupils) noteRead(db, { personId: person.id, aboutKind: 'file', aboutId: file.id, networkId })
    return file
  }

  return routes
}
