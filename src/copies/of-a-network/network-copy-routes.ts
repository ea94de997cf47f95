import { Router } from 'express'
import { inOne } from '../../database.js'
import { BadInput, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import type { Brought } from '../../room.js'
import { sendCsvText } from '../../web/csv.js'
import { takeTurns } from '../../web/limits/taking-turns.js'
import { now } from '../../web/now.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { sendZip } from '../zipping.js'
import { networkCopy } from './network-copy.js'

const inTurn = takeTurns({
  atOnce: 1,
  waiting: 4,
  full: () => new BadInput('Several copies are being made just now. Please fetch this one again in a minute.', 503),
})

/** A network’s lists, one by one or all together, for those who lead it. */
export function networkCopyRoutes({ db, log }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()
  const { lists } = inTheYear

  routes.get('/networks/:network/copy', async (req, res) => {
    const { person, network } = await findLedNetwork(signedIn(res), req.params.network)
    show(res, 'copies/network', {
      title: 'A copy',
      head: networkHead(network, person, 'copy'),
      address: `/networks/${network.id}/copy`,
      lists: lists.map(({ name, title }) => ({ name, title })),
    })
  })

  routes.post('/networks/:network/copy', async (req, res) => {
    const { person, network } = await findLedNetwork(signedIn(res), req.params.network)
    await inOne(db, trx =>
      record(trx, {
        kind: 'network copied',
        by: person,
        networkId: network.id,
        aboutKind: 'network',
        aboutId: network.id,
      }),
    )
    await inTurn(async () => {
      res.attachment(`${network.id}.zip`)
      await sendZip(res, log, networkCopy(db, lists, person, network, now()))
    })
  })

  routes.get('/networks/:network/copy/:list.csv', async (req, res) => {
    const { person, network } = await findLedNetwork(signedIn(res), req.params.network)
    const list = lists.find(one => one.name === req.params.list)
    if (!list) throw new NotFound('list')
    sendCsvText(res, `${network.id}-${list.name}`, await list.csv(db, person, network))
  })

  async function findLedNetwork(person: Reader, id: string) {
    const network = await findNetwork(db, person, id)
    if (!person.isNetworkLeaderOf(network.id)) throw new NotFound('page')
    return { person, network }
  }

  return routes
}
