import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { comparisonRoutes } from './comparisons/comparison-routes.js'
import { instrumentRoutes } from './instrument-routes.js'
import { makingRoutes } from './making-routes.js'
import { measureRoutes } from './measures/measure-routes.js'
import { namingRoutes } from './measures/naming-routes.js'
import { readingRoutes } from './measures/reading-routes.js'
import { sharingRoutes } from './measures/sharing-routes.js'
import { offeringRoutes } from './offering-routes.js'
import './pages.js'
import { answeringRoutes } from './questionnaires/answering-routes.js'
import { askingRoutes } from './questionnaires/asking-routes.js'
import { questionnaireRoutes } from './questionnaires/questionnaire-routes.js'
import { revisingRoutes } from './revising-routes.js'
import { fillingRoutes } from './sheets/filling-routes.js'
import { importRoutes } from './spreadsheets/import-routes.js'

export function instrumentsRoutes(house: House, { marks }: Brought): Router {
  const routes = Router()
  routes.use(
    importRoutes(house),
    measureRoutes(house, marks),
    readingRoutes(house, marks),
    comparisonRoutes(house),
    namingRoutes(house),
    sharingRoutes(house),
    instrumentRoutes(house),
    makingRoutes(house),
    revisingRoutes(house),
    offeringRoutes(house),
    fillingRoutes(house),
    questionnaireRoutes(house),
    askingRoutes(house),
    answeringRoutes(house),
  )
  return routes
}
