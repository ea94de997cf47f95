import { Router } from 'express'
import type { House } from '../house.js'

export function writeUpsRoutes(_house: House): Router {
  return Router()
}
