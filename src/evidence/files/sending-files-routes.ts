import { Router } from 'express'
import { sendFile, sendPicture } from '../../files/sending.js'
import type { House } from '../../house.js'
import { signedIn } from '../../web/signed-in.js'
import { findFile } from '../evidence.js'

/** Files, handed to those who may see the piece that holds them. */
export function sendingFilesRoutes(house: House): Router {
  const { db, store } = house
  const routes = Router()

  // The name at the end is for people; the id decides.
  routes.get('/files/:id/:name', async (req, res) => {
    await sendFile(res, req, store, await findFile(db, signedIn(res), req.params.id))
  })

  for (const size of ['small', 'middle', 'thumbnail'] as const)
    routes.get(`/files/:id/${size}/:name`, async (req, res) => {
      const file = await findFile(db, signedIn(res), req.params.id)
      await sendPicture(res, req, house, file, size)
    })

  return routes
}
