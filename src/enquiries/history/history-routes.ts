import { type Request, type Response, Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findEnquiry } from '../enquiry.js'
import { crumbsOf, headOf } from '../head.js'
import { mayReadHistory } from '../permissions.js'
import { historyColumns } from './columns.js'
import { countOfLines, cyclesBegun, historyFilters, linesAsked, linesAskedBy } from './lines-asked.js'

const size = 25

/** The group's memory: everything that was done, by whom and why. */
export function historyRoutes({ db }: House, { facts }: Pick<Brought, 'facts'>): Router {
  const routes = Router()

  routes.get('/groups/:group/history', async (req, res) => {
    const enquiry = await remembered(req, res)
    const asked = linesAskedBy(req)
    const cycles = await cyclesBegun(db, enquiry)
    const count = await countOfLines(db, facts, enquiry, cycles, asked)
    const only = { most: size, after: (pageNumber(req) - 1) * size }
    const lines = await linesAsked(db, facts, enquiry, cycles, asked, only)
    show(res, 'enquiries/history', {
      title: 'History',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'history'),
      page: pageOf(req, lines, count, size),
      csv: `/groups/${enquiry.groupId}/history.csv?${new URLSearchParams(asked).toString()}`,
      filters: await historyFilters(db, facts, enquiry, cycles, asked),
    })
  })

  routes.get('/groups/:group/history.csv', async (req, res) => {
    const enquiry = await remembered(req, res)
    const lines = await linesAsked(db, facts, enquiry, await cyclesBegun(db, enquiry), linesAskedBy(req))
    sendCsv(res, 'history', historyColumns, lines)
  })

  /** @throws NotFound for whoever stands outside the group */
  async function remembered(req: Request<{ group: string }>, res: Response) {
    const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
    if (!mayReadHistory(enquiry)) throw new NotFound('history')
    return enquiry
  }

  return routes
}
