import { Router } from 'express'
import { NotFound } from '../../errors.js'
import { sendFile, sendPicture, sizeAsked } from '../../files/sending.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findModerationOf } from '../finding.js'
import '../pages.js'
import { exampleColumns, exampleLines } from '../year/lists.js'
import { examplesByIds, examplesIn, shownExample, shownPieceOf, whatWasLookedAt } from './examples.js'

const size = 12

/** What was agreed stays beside the piece, for others to find: by what was looked at, and by level. */
export function exampleRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/moderation/examples' as const

  routes.get(at, async (req, res) => {
    const { person, network, head, listAddress } = await findModerationOf(db, signedIn(res), req.params.network)
    const filter = { criterion: queried(req, 'criterion'), level: queried(req, 'level') }
    const { rows, total } = await examplesIn(db, person, network, filter, pageNumber(req), size)
    const { criteria, levels } = await whatWasLookedAt(db, network, filter.criterion)
    show(res, 'moderation/examples', {
      title: 'Examples of what was agreed',
      ...{ head, address: `${listAddress}/examples`, listAddress, filter },
      page: pageOf(req, rows.map(shownExample), total, size),
      criteria: criteria.map(name => ({ value: name, text: name })),
      levels: levels.map(name => ({ value: name, text: name })),
    })
  })

  routes.get(`${at}.csv`, async (req, res) => {
    const { person, network } = await findModerationOf(db, signedIn(res), req.params.network)
    sendCsv(res, 'moderation-examples', exampleColumns, await exampleLines(db, person, network))
  })

  routes.get(`${at}/:piece`, async (req, res) => {
    const { found, head, listAddress } = await opened(req.params, signedIn(res))
    const piece = shownPieceOf(found)
    show(res, 'moderation/example', {
      title: piece.title,
      head,
      over: { text: 'Examples', href: `${listAddress}/examples` },
      piece,
      agreed: { reason: found.piece.reason, levels: found.levels },
      from: found.round,
    })
  })

  routes.get([`${at}/:piece/files/:file/:name`, `${at}/:piece/files/:file/picture/:name`], async (req, res) => {
    const params = req.params as Record<'network' | 'piece' | 'file', string>
    const { found } = await opened(params, signedIn(res))
    const stored = found.files.find(one => one.id === params.file)
    if (!stored) throw new NotFound('file')
    if (req.path.includes('/picture/')) return sendPicture(res, req, house, stored, sizeAsked(req))
    await sendFile(res, req, house.store, stored)
  })

  async function opened(params: { network: string; piece: string }, person: ReturnType<typeof signedIn>) {
    const there = await findModerationOf(db, person, params.network)
    const [found] = await examplesByIds(db, there.person, [params.piece])
    if (found?.piece.networkId !== there.network.id) throw new NotFound('example')
    return { ...there, found }
  }

  return routes
}
