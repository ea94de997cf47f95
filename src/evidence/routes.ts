import { Router } from 'express'
import type { House } from '../house.js'

export function evidenceRoutes(_house: House): Router {
  return Router()
}
