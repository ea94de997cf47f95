import { Router } from 'express'
import type { House } from '../house.js'

export function networksRoutes(_house: House): Router {
  return Router()
}
