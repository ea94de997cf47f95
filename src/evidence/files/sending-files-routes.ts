import { Router } from 'express'
import { sendFile, type Version } from '../../files/sending.js'
import type { House } from '../../house.js'
import { signedIn } from '../../web/signed-in.js'
import { findFile } from '../evidence.js'

/** Files, handed to those who may see the piece that holds them. */
export function sendingFilesRoutes({ db, store }: House): Router {
  const routes = Router()

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
