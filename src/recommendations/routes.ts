import { Router } from 'express'
import type { House } from '../house.js'

export function recommendationsRoutes(_house: House): Router {
  return Router()
}
