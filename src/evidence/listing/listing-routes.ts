import { Router } from 'express'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { partsKnow } from '../../enquiries/stages/stage-parts.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsvInParts } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { audienceInWords } from '../../reach/audience-in-words.js'
import { cardOf } from './cards.js'
import { evidenceColumns, type PieceLine } from '../columns.js'
import type { Piece } from '../evidence.js'
import type { Reader } from '../../names/reader.js'
import { evidenceInParts } from './in-parts.js'
import { chipsOf, chosenFilters, filterFields, filtersIn, furtherFilters } from './filters.js'
import { inList, withQuery, withTick } from './in-list.js'
import { shownAs } from './shown-as.js'
import { sortIn, sortsFor } from './sorting.js'
import { choicesFor } from '../together/doing-together.js'
import { evidenceOf, piecesAPage, sourcesOf } from './listing.js'
import { mayDoTogether, mayLogEvidence } from '../permissions.js'

/** A group's evidence as pictures and words, and as a file. */
export function listingRoutes(
  { db, baseUrl, keys }: House,
  { narrows, onMany }: Pick<Brought, 'narrows' | 'onMany'>,
): Router {
  const routes = Router()

  routes.get('/groups/:group/evidence', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const filters = filtersIn(req)
    const know = partsKnow(db, enquiry)
    const further = await furtherFilters(req, db, person, enquiry, narrows, know)
    const isMember = enquiry.standing.member
    const sort = sortIn(req, isMember)
    const found = await evidenceOf(db, person, enquiry, filters, pageNumber(req), further.among, sort)
    const { pieces, total, counted } = found
    const address = `/groups/${enquiry.groupId}/evidence`
    const narrowed = chosenFilters(filters, further.fields)
    const list = chosenFilters(filters, further.fields, sort)
    const sources = await sourcesOf(db, person, enquiry.groupId, counted)
    const fields = [...filterFields(filters, sources, isMember), ...further.fields]
    show(res, 'evidence/index', {
      title: 'Evidence',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'evidence'),
      page: pageOf(
        req,
        pieces.map(piece => inList(cardOf(piece, person), list)),
        total,
        piecesAPage,
      ),
      filters: fields,
      chips: chipsOf(fields, address, list),
      sorts: sortsFor(isMember).map(one => ({
        text: one.name,
        href: withQuery(address, chosenFilters(filters, further.fields, one.sort)),
        current: one.sort === sort,
      })),
      shownAs: shownAs(person),
      showAs: withQuery(`${address}/shown-as`, list),
      isFiltered: narrowed !== '',
      copies: isMember ? `/groups/${enquiry.groupId}/copies` : null,
      csv: withQuery(`${address}.csv`, list),
      address,
      together: mayDoTogether(enquiry)
        ? {
            address: `${address}/together`,
            ticked: queried(req, 'tick') === 'page',
            tickPage: withQuery(address, withTick(list, pageNumber(req))),
            fields: [...new URLSearchParams(list)].map(([name, value]) => ({ name, value })),
            choices: (await choicesFor(db, { person, enquiry, keys }, onMany, know)).map(({ label, options }) => ({
              label,
              options: options.map(({ value, text }) => ({ value, text })),
            })),
          }
        : null,
      may: { log: mayLogEvidence(enquiry) },
    })
  })

  routes.get('/groups/:group/evidence.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const { among } = await furtherFilters(req, db, person, enquiry, narrows)
    const ticked = [req.query.pieces ?? []].flat().filter(one => typeof one === 'string')
    const some = ticked.length > 0 ? ticked.filter(id => among?.includes(id) ?? true) : among
    const sort = sortIn(req, enquiry.standing.member)
    const parts = evidenceInParts(db, person, enquiry, filtersIn(req), some, sort)
    await sendCsvInParts(res, `${enquiry.groupId}-evidence`, evidenceColumns(baseUrl), linesFor(person, parts))
  })

  return routes
}

async function* linesFor(person: Reader, parts: AsyncGenerator<Piece[]>): AsyncGenerator<PieceLine[]> {
  for await (const pieces of parts) yield pieces.map(piece => ({ piece, seenBy: audienceInWords(piece, person) }))
}
