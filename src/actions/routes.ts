import { Router } from 'express'
import type { House } from '../house.js'

export function actionsRoutes(_house: House): Router {
  return Router()
}
