import { type Request, type Response, Router } from 'express'
import type { House } from '../../house.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findResources } from '../finding.js'
import { claimLine } from '../lines.js'
import { mayAnswerClaim, mayClaim } from '../permissions.js'
import { placesWithin } from '../places.js'
import type { ClaimState } from '../tables.js'
import { type ClaimFilter, claimsFor, schoolsHeaded } from './claims.js'
import { claimColumns } from './columns.js'
import { stateSaid } from './in-words.js'

const perPage = 25

/** The claims that somebody may read: as a list, and as a file for the finance office of a school. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/resources/claims', async (req, res) => {
    const { there, filter } = await asked(req, res)
    const { person, network, head, address: at } = there
    const number = pageNumber(req)
    const { rows, total } = await claimsFor(db, person, network, filter, { number, size: perPage })
    const seesAll = person.isNetworkLeaderOf(network.id)
    const headed = schoolsHeaded(person, network)
    const schools = (await schoolsOf(db, network.id)).filter(one => seesAll || headed.includes(one.id))
    const lines = rows.map(one => claimLine(at, one, mayAnswerClaim(person, { ...one, hasOtherHead: true })))
    const query = new URLSearchParams(Object.entries(typedOf(req)).filter(([, value]) => value))
    show(res, 'resources/claims', {
      title: 'Claims',
      head,
      at,
      ways: placesWithin(there, '/claims'),
      claims: pageOf(req, lines, total, perPage),
      filter: typedOf(req),
      choices: {
        states: Object.entries(stateSaid).map(([value, text]) => ({ value, text })),
        schools: schools.length > 1 ? schools.map(one => ({ value: one.id, text: one.name })) : [],
      },
      csv: `${at}/claims.csv${query.size > 0 ? `?${query.toString()}` : ''}`,
      total: `${total.toLocaleString('en-GB')}`,
      may: { claim: mayClaim(person, network), seeOthers: seesAll || headed.length > 0 },
    })
  })

  routes.get('/networks/:network/resources/claims.csv', async (req, res) => {
    const { there, filter } = await asked(req, res)
    const { rows } = await claimsFor(db, there.person, there.network, filter)
    sendCsv(res, `${there.network.id}-claims`, claimColumns, rows)
  })

  async function asked(req: Request<{ network: string }>, res: Response) {
    const there = await findResources(db, signedIn(res), req.params.network)
    return { there, filter: filterOf(typedOf(req)) }
  }

  return routes
}

function typedOf(req: Request) {
  return {
    state: queried(req, 'state'),
    school: queried(req, 'school'),
    from: queried(req, 'from'),
    until: queried(req, 'until'),
    whose: queried(req, 'whose'),
  }
}

/** What cannot be read as a state or a day narrows nothing. */
function filterOf({ state, school, from, until, whose }: ReturnType<typeof typedOf>): ClaimFilter {
  const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed)
  return {
    state: Object.hasOwn(stateSaid, state) ? (state as ClaimState) : '',
    school,
    from: isDay(from) ? from : '',
    until: isDay(until) ? until : '',
    own: whose === 'own',
  }
}
