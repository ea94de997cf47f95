import { Router } from 'express'
import type { House } from '../house.js'

export function publishedRoutes(_house: House): Router {
  return Router()
}
