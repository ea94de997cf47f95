import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { importRoutes } from './spreadsheets/import-routes.js'
import { measureRoutes } from './measures/measure-routes.js'
import { fillingRoutes } from './sheets/filling-routes.js'
import { instrumentRoutes } from './instrument-routes.js'
import './pages.js'
import { questionnaireRoutes } from './questionnaires/questionnaire-routes.js'

export function instrumentsRoutes(house: House, { marks }: Brought): Router {
  const routes = Router()
  routes.use(
    importRoutes(house),
    measureRoutes(house, marks),
    instrumentRoutes(house),
    fillingRoutes(house),
    questionnaireRoutes(house),
  )
  return routes
}
