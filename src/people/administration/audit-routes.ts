import { type Request, Router } from 'express'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { administrationTabs, asAdministrator } from './as-administrator.js'
import { type AuditFilter, auditTrail } from './audit-trail.js'
import { auditColumns } from './columns.js'

const perPage = 50

/** What was done on the site, by whom: the audit trail, page by page or as a list to take away. */
export function auditRoutes({ db }: House, { facts }: Pick<Brought, 'facts'>): Router {
  const routes = Router()

  routes.get('/administration/audit', async (req, res) => {
    asAdministrator(res)
    const filter = filterOf(req)
    const { rows, total } = await auditTrail(db, facts, filter, pageNumber(req), perPage)
    show(res, 'people/administration-audit', {
      title: 'What was done',
      tabs: administrationTabs('/administration/audit'),
      lines: pageOf(req, rows, total, perPage),
      ...filter,
    })
  })

  routes.get('/administration/audit.csv', async (req, res) => {
    asAdministrator(res)
    const { rows } = await auditTrail(db, facts, filterOf(req), 1, 100_000)
    sendCsv(res, 'audit-trail', auditColumns, rows)
  })

  return routes
}

function filterOf(req: Request): AuditFilter {
  return { person: queried(req, 'person'), about: queried(req, 'about') }
}
