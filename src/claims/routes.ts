import { Router } from 'express'
import type { House } from '../house.js'

export function claimsRoutes(_house: House): Router {
  return Router()
}
