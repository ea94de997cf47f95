import { Router } from 'express'
import { sendPicture, sizeAsked } from '../files/sending.js'
import type { House } from '../house.js'
import { findPictureIn } from './pictures.js'

/** The pictures of published works. */
export function pictureRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published/files/:edition/:file', async (req, res) => {
    const { edition, file } = req.params
    await sendPicture(res, req, house, await findPictureIn(db, edition, file, baseUrl), sizeAsked(req))
  })

  return routes
}
