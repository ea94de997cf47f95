import { Router } from 'express'
import type { House } from '../house.js'
import { importRoutes } from './import-routes.js'
import { measureRoutes } from './measure-routes.js'
import { fillingRoutes } from './filling-routes.js'
import { instrumentRoutes } from './instrument-routes.js'
import type { Moments } from './moments.js'
import './pages.js'
import { questionnaireRoutes } from './questionnaire-routes.js'

export function instrumentsRoutes(house: House, moments: Moments[]): Router {
  const routes = Router()
  routes.use(
    importRoutes(house),
    measureRoutes(house, moments),
    instrumentRoutes(house),
    fillingRoutes(house),
    questionnaireRoutes(house),
  )
  return routes
}
