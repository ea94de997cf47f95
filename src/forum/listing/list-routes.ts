import { Router } from 'express'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findForum } from '../finding.js'
import '../pages.js'
import { allTakeUpsOf, postColumns, takeUpColumns } from './columns.js'
import { allPostsOf } from './list.js'
import { filterIn, listPage } from './list-page.js'

const onlyInside = 'These lists are for those who work in the network.'

/** What is offered and asked for in a network, as a page and as files. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/forum', async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    show(res, 'forum/index', await listPage(db, req, forum))
  })

  routes.get('/networks/:network/forum.csv', async (req, res) => {
    const { network, takesPart } = await findForum(db, signedIn(res), req.params.network)
    allow(takesPart, onlyInside)
    sendCsv(res, `forum-${network.id}`, postColumns, await allPostsOf(db, network, filterIn(req)))
  })

  routes.get('/networks/:network/forum/take-ups.csv', async (req, res) => {
    const { network, takesPart } = await findForum(db, signedIn(res), req.params.network)
    allow(takesPart, onlyInside)
    sendCsv(res, `forum-take-ups-${network.id}`, takeUpColumns, await allTakeUpsOf(db, network))
  })

  return routes
}
