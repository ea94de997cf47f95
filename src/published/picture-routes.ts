import { Router } from 'express'
import { sendFile } from '../files/sending.js'
import type { House } from '../house.js'
import { findPictureIn } from './pictures.js'

/** The pictures of published works. */
export function pictureRoutes({ db, store, baseUrl }: House): Router {
  const routes = Router()

  routes.get('/published/files/:edition/:file', async (req, res) => {
    const { edition, file } = req.params
    await sendFile(res, req, store, await findPictureIn(db, edition, file, baseUrl), { small: true })
  })

  return routes
}
