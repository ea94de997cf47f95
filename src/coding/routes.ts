import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { blindReadingRoutes } from './blind-readings/blind-reading-routes.js'
import { finishingRoutes } from './blind-readings/finishing-routes.js'
import { resolvingRoutes } from './blind-readings/resolving-routes.js'
import { startingRoutes } from './blind-readings/starting-routes.js'
import { bringingInRoutes } from './bringing-in/bringing-in-routes.js'
import { bookRoutes } from './codebook/book-routes.js'
import { codeRoutes } from './codebook/code-routes.js'
import { keepingRoutes } from './codebook/keeping-routes.js'
import { mergingRoutes } from './codebook/merging-routes.js'
import { movingRoutes } from './codebook/moving-routes.js'
import { retiringRoutes } from './codebook/retiring-routes.js'
import { crossingRoutes } from './comparing/crossing-routes.js'
import { passagesRoutes } from './comparing/passages-routes.js'
import { memoRoutes } from './memos/memo-routes.js'
import './pages.js'
import { codingPassagesRoutes } from './passages/coding-passages-routes.js'
import { logRoutes } from './undoing/log-routes.js'
import { undoingRoutes } from './undoing/undoing-routes.js'

export function codingRoutes(house: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()
  routes.use(
    bookRoutes(house),
    bringingInRoutes(house),
    keepingRoutes(house),
    codeRoutes(house, inTheYear.beside),
    movingRoutes(house),
    mergingRoutes(house),
    retiringRoutes(house),
    undoingRoutes(house),
    logRoutes(house),
    codingPassagesRoutes(house),
    memoRoutes(house),
    startingRoutes(house),
    blindReadingRoutes(house),
    finishingRoutes(house),
    resolvingRoutes(house),
    passagesRoutes(house),
    crossingRoutes(house),
  )
  return routes
}
