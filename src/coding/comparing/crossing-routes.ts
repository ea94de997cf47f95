import { Router } from 'express'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { askedOfCodings, filteredPage } from './asked-of-codings.js'
import { crossColumns } from './columns.js'
import { pairsIn } from './cross-tables.js'
import { chartOfCrossing, crossings } from './crossings.js'

/** Codes counted by school, by kind and by each other: each a table first, and a file from the same address. */
export function crossingRoutes({ db }: House): Router {
  const routes = Router()

  for (const [way, crossing] of Object.entries(crossings)) {
    routes.get(`/groups/:group/coding/${way}`, async (req, res) => {
      const asked = await askedOfCodings(db, req, String(req.params.group))
      const table = await crossing.table(asked)
      show(res, 'coding/cross', {
        title: `${crossing.heading}`,
        ...(await filteredPage(req, asked, `/coding/${way}`)),
        heading: crossing.heading,
        lede: crossing.lede,
        table,
        pairs: way === 'together' ? pairsIn(table) : null,
        chart: await chartOfCrossing(crossing, table),
      })
    })

    routes.get(`/groups/:group/coding/${way}.csv`, async (req, res) => {
      const asked = await askedOfCodings(db, req, String(req.params.group))
      const table = await crossing.table(asked)
      sendCsv(res, `${asked.enquiry.groupId}-codes-by-${way}`, crossColumns(table), [...table.rows.keys()])
    })
  }

  return routes
}
