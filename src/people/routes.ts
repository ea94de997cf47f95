import { Router } from 'express'
import type { House } from '../house.js'

export function peopleRoutes(_house: House): Router {
  return Router()
}
