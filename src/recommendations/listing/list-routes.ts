import { Router } from 'express'
import { cycleAsked } from '../../claims/cycle.js'
import { cyclesToChoose } from '../../enquiries/cycles/cycles-to-choose.js'
import { crumbsOf, headOf, ofCycle } from '../../enquiries/head.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findNetwork } from '../../networks/networks.js'
import { maySeeInside } from '../../networks/permissions.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { mayDraft } from '../permissions.js'
import { recommendationsAcross, recommendationsOf } from '../recommendations.js'
import { responseLines, recommendationColumns } from './columns.js'
import { dossiersIn } from './dossiers-offered.js'
import { lineOf } from './lines.js'
import { networkPage } from './network-page.js'

const perPage = 25

/** What a group recommends, cycle by cycle, and what has been recommended across a network: as a page, and as a file. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/recommendations', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const recommendations = await recommendationsOf(db, person, enquiry)
    const from = (pageNumber(req) - 1) * perPage
    const address = `/groups/${enquiry.groupId}`
    show(res, 'recommendations/index', {
      title: 'Recommendations',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'recommendations'),
      groupId: enquiry.groupId,
      page: pageOf(req, recommendations.slice(from, from + perPage).map(lineOf), recommendations.length, perPage),
      cycles: cyclesToChoose(enquiry, '/recommendations'),
      csv: `${address}/recommendations.csv${ofCycle(enquiry)}`,
      dossiers: enquiry.standing.member ? dossiersIn(recommendations, address) : [],
      may: { draft: mayDraft(enquiry) },
    })
  })

  routes.get('/groups/:group/recommendations.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const lines = responseLines(await recommendationsOf(db, person, enquiry))
    sendCsv(res, `${enquiry.groupId}-recommendations`, recommendationColumns, lines)
  })

  routes.get('/networks/:network/recommendations', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    show(res, 'recommendations/network', await networkPage(db, person, network, req))
  })

  routes.get('/networks/:network/recommendations.csv', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    const lines = responseLines(await recommendationsAcross(db, person, network.id))
    sendCsv(res, `${network.id}-recommendations`, recommendationColumns, lines)
  })

  return routes
}
