import { Router } from 'express'
import type { House } from '../house.js'

export function evaluationRoutes(_house: House): Router {
  return Router()
}
