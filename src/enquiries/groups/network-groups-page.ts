import type { Request } from 'express'
import type { Db } from '../../database.js'
import { mayProposeGroups } from '../../groups/permissions.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network } from '../../networks/tables.js'
import { stages } from '../../stages.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { byName } from '../../words/words.js'
import { enquiriesInNetwork } from '../around.js'
import { schoolsByGroups } from '../on-network.js'
import { openGroups, size, themeOptions } from './listing-groups.js'
import type { NetworkGroupsPage } from './pages.js'

/** The groups that the reader stands behind as a matrix, those that take volunteers a page at a time, and those that closed. */
export async function networkGroupsPage(
  db: Db,
  person: Reader,
  network: Network,
  req: Request,
): Promise<NetworkGroupsPage> {
  const around = await enquiriesInNetwork(db, person, network)
  const asked = {
    q: queried(req, 'q'),
    theme: queried(req, 'theme'),
    stage: queried(req, 'stage'),
    network: network.id,
  }
  const known = around.enquiries.map(one => one.groupId)
  const { open, total } = await openGroups(db, person, asked, known, (pageNumber(req) - 1) * size)
  const given = await schoolsByGroups.load(db, person, network, around)
  const byStage = stages.map(stage => ({ value: stage.key, text: stage.name }))
  return {
    title: 'Groups',
    head: networkHead(network, person, 'groups'),
    address: `/networks/${network.id}/groups`,
    matrix: (given?.matrix as NetworkGroupsPage['matrix'] | undefined) ?? null,
    page: pageOf(req, open, total, size),
    filters: [
      { name: 'q', label: 'Words', value: asked.q },
      { name: 'theme', label: 'Theme', value: asked.theme, options: await themeOptions(db, [network.id]) },
      { name: 'stage', label: 'Stage', value: asked.stage, options: byStage },
    ],
    closed: around.enquiries
      .filter(one => one.closedAt !== null)
      .map(one => ({ name: one.groupName, question: one.question, href: `/groups/${one.groupId}`, on: one.closedAt! }))
      .sort(byName),
    may: { propose: mayProposeGroups(person, network.id) },
  }
}
