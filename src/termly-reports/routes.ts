import { Router } from 'express'
import type { House } from '../house.js'

export function termlyReportsRoutes(_house: House): Router {
  return Router()
}
