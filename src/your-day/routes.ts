import { Router } from 'express'
import type { House } from '../house.js'

export function yourDayRoutes(_house: House): Router {
  return Router()
}
