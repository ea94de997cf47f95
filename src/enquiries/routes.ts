import { Router } from 'express'
import type { House } from '../house.js'

export function enquiriesRoutes(_house: House): Router {
  return Router()
}
