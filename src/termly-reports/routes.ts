import { Router } from 'express'
import { NotFound } from '../errors.js'
import type { House } from '../house.js'
import { networkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import { maySeeInside } from '../networks/permissions.js'
import { termOn, termsOf } from '../networks/terms/terms.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { arrangingRoutes } from './arranging/arranging-routes.js'
import { readingRoutes } from './arranging/reading-routes.js'
import './pages.js'
import { mayAnswerReport, mayCompose } from './permissions.js'
import { answeringRoutes } from './publishing/answering-routes.js'
import { submittingRoutes } from './publishing/submitting-routes.js'
import { withdrawingRoutes } from './publishing/withdrawing-routes.js'
import { nudgingRoutes } from './short-reports/nudging-routes.js'
import { shortReportRoutes } from './short-reports/short-report-routes.js'
import { statesOfReports } from './states.js'
import { knownPartsWith } from './arranging/parts.js'
import type { Brought } from '../room.js'

export function termlyReportsRoutes(house: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const known = knownPartsWith(inTheYear.reportParts)
  const { db } = house
  const routes = Router()
  routes.use(shortReportRoutes(house))
  routes.use(arrangingRoutes(house, known))

  routes.get('/networks/:network/reports', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    const now = await termOn(db, network.id)
    const compose = mayCompose(person, network)
    const terms = (await termsOf(db, network.id)).filter(one => !now || one.startsOn <= now.startsOn)
    const opens = compose || mayAnswerReport(person, network)
    show(res, 'termly-reports/index', {
      title: 'Termly reports',
      head: networkHead(network, person, 'reports'),
      network,
      terms: (await statesOfReports(db, terms)).map(one => ({
        ...one,
        address: opens ? `/networks/${network.id}/reports/${one.term.slug}` : null,
      })),
      may: { compose },
    })
  })

  routes.use(readingRoutes(house, known))
  routes.use(nudgingRoutes(house, known))
  routes.use(submittingRoutes(house, known))
  routes.use(answeringRoutes(house, known))
  routes.use(withdrawingRoutes(house))
  return routes
}
