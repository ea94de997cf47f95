import { Router } from 'express'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { audienceInWords } from '../../reach/audience-in-words.js'
import { cardOf } from './cards.js'
import { evidenceColumns } from '../columns.js'
import { filterFields, filtersIn, furtherFilters } from './filters.js'
import { evidenceOf, piecesAPage, sourcesOf } from './listing.js'
import { mayLogEvidence } from '../permissions.js'

/** A group's evidence as pictures and words, and as a file. */
export function listingRoutes({ db, baseUrl }: House, { narrows }: Pick<Brought, 'narrows'>): Router {
  const routes = Router()

  routes.get('/groups/:group/evidence', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const filters = filtersIn(req)
    const further = await furtherFilters(req, db, person, enquiry, narrows)
    const { pieces, total, counted } = await evidenceOf(db, person, enquiry, filters, pageNumber(req), further.among)
    const address = `/groups/${enquiry.groupId}/evidence`
    const chosen = [...Object.entries(filters), ...further.fields.map(({ name, value }) => [name, value])]
    const query = new URLSearchParams(chosen.filter(([, word]) => word !== '') as string[][]).toString()
    show(res, 'evidence/index', {
      title: 'Evidence',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'evidence'),
      page: pageOf(
        req,
        pieces.map(piece => cardOf(piece, person)),
        total,
        piecesAPage,
      ),
      filters: [
        ...filterFields(filters, await sourcesOf(db, person, enquiry.groupId, counted), enquiry.standing.member),
        ...further.fields,
      ],
      isFiltered: query !== '',
      copies: enquiry.standing.member ? `/groups/${enquiry.groupId}/copies` : null,
      csv: `${address}.csv${query ? `?${query}` : ''}`,
      address,
      may: { log: mayLogEvidence(enquiry) },
    })
  })

  routes.get('/groups/:group/evidence.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const { among } = await furtherFilters(req, db, person, enquiry, narrows)
    const { pieces } = await evidenceOf(db, person, enquiry, filtersIn(req), undefined, among)
    const lines = pieces.map(piece => ({ piece, seenBy: audienceInWords(piece, person) }))
    sendCsv(res, `${enquiry.groupId}-evidence`, evidenceColumns(baseUrl), lines)
  })

  return routes
}
