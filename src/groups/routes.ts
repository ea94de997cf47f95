import { Router } from 'express'
import type { House } from '../house.js'

export function groupsRoutes(_house: House): Router {
  return Router()
}
