import { Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import { maySeeInside } from '../../networks/permissions.js'
import { findSchool } from '../../networks/schools/schools.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { recommendedToSchools, underHeadings } from './recommended-to-school.js'

const perPage = 25

/** Everything that was recommended to one school, for its head, its colleagues and whoever else reads some of it. */
export function ofSchoolRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/schools/:school/recommendations', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    const school = await findSchool(db, network, req.params.school)
    const lines = await recommendedToSchools(db, person, [school])
    const from = (pageNumber(req) - 1) * perPage
    const page = pageOf(req, lines.slice(from, from + perPage), lines.length, perPage)
    show(res, 'recommendations/school', {
      title: `Recommended to ${school.name}`,
      breadcrumbs: [
        { href: `/networks/${network.id}`, text: network.name },
        { href: `/networks/${network.id}/schools/${school.id}`, text: school.name },
      ],
      head: networkHead(network, person, 'recommendations'),
      school: { id: school.id, name: school.name },
      page,
      parts: underHeadings(page.rows),
    })
  })

  return routes
}
