import { Router } from 'express'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import { maySeeInside } from '../../networks/permissions.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName } from '../../words/words.js'
import { responseLines, recommendationColumns } from './columns.js'
import { mayDraft } from '../permissions.js'
import {
  type FoundRecommendation,
  recommendationsAcross,
  recommendationsOf,
  type ResponseOf,
} from '../recommendations.js'

const perPage = 25

/** What a group recommends, and what has been recommended across a network: as a page, and as a file. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/recommendations', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const recommendations = await recommendationsOf(db, person, enquiry)
    show(res, 'recommendations/index', {
      title: 'Recommendations',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'recommendations'),
      groupId: enquiry.groupId,
      recommendations,
      dossiers: enquiry.standing.member ? dossiersIn(recommendations, `/groups/${enquiry.groupId}`) : [],
      may: { draft: mayDraft(enquiry) },
    })
  })

  routes.get('/groups/:group/recommendations.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const lines = responseLines(await recommendationsOf(db, person, enquiry))
    sendCsv(res, `${enquiry.groupId}-recommendations`, recommendationColumns, lines)
  })

  routes.get('/networks/:network/recommendations', async (req, res) => {
    const { person, network, all, schools } = await acrossNetwork(res, req.params.network)
    const filter = { answer: queried(req, 'answer'), school: queried(req, 'school') }
    const wanted = all.filter(
      ({ recommendation }) =>
        recommendation.responses.some(one => fits(one, filter)) || (!filter.answer && !filter.school),
    )
    const number = pageNumber(req)
    show(res, 'recommendations/network', {
      title: 'Recommendations',
      head: networkHead(network, person, 'recommendations'),
      networkId: network.id,
      recommendations: pageOf(req, wanted.slice((number - 1) * perPage, number * perPage), wanted.length, perPage),
      schools,
      dossiers: dossiersIn(
        all,
        `/networks/${network.id}`,
        id => person.isNetworkLeaderOf(network.id) || person.answersFor(id),
      ),
      filter,
      choices: { schools: schools.map(one => ({ value: one.id, text: one.name })) },
    })
  })

  routes.get('/networks/:network/recommendations.csv', async (req, res) => {
    const { network, all } = await acrossNetwork(res, req.params.network)
    sendCsv(res, `${network.id}-recommendations`, recommendationColumns, responseLines(all))
  })

  async function acrossNetwork(res: Parameters<typeof signedIn>[0], id: string) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    const all = await recommendationsAcross(db, person, network.id)
    return { person, network, all, schools: await schoolsOf(db, network.id) }
  }

  return routes
}

/** The schools that were sent something which still stands, each with its dossier. @param at what the dossier is of */
function dossiersIn(
  recommendations: FoundRecommendation[],
  at: string,
  only: (schoolId: string) => boolean = () => true,
) {
  const sent = recommendations
    .filter(({ recommendation }) => !recommendation.withdrawnAt)
    .flatMap(({ recommendation }) => recommendation.responses)
  const schools = new Map(sent.map(({ schoolId, schoolName }) => [schoolId, schoolName]))
  return [...schools]
    .filter(([id]) => only(id))
    .map(([id, name]) => ({ name, href: `${at}/dossiers/${id}` }))
    .sort(byName)
}

function fits(response: ResponseOf, filter: { answer: string; school: string }): boolean {
  const answer = filter.answer === 'none' ? null : filter.answer
  return (!filter.answer || response.answer === answer) && (!filter.school || response.schoolId === filter.school)
}
